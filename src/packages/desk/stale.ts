/** Refusals that say: what the page shows is no longer so. The page is then read again; after a lost line it is not. */
const STALE: readonly string[] = [
  'ISSUE_STAGE', 'ISSUE_ALREADY_ACCEPTED', 'ALREADY_EXTENDED', 'ALREADY_OBJECTED', 'ENTRY_STAGE', 'PLEDGE_STAGE', 'CYCLE_STAGE', 'APPRAISAL_STAGE', 'CONSULT_STAGE', 'STEP_OUT_OF_ORDER', 'STEPS_BEGUN',
  'CHANGED_MEANWHILE', 'REQUEST_REUSED', 'NOT_FOUND', 'FORBIDDEN',
];

export function isStale(code: string): boolean {
  return STALE.includes(code);
}
