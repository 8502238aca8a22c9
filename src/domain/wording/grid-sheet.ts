/** The heading of a printed contact sheet. */
export function contactSheetTitle(village: string, grid: string): string {
  return `${village}${grid}联系人`;
}
