/** How the three lines read on the list of contacts. */
import type { CountySettings } from '../settings/settings';

export const LINE_DUTIES: Readonly<Record<'PARTY' | 'DEPUTY', string>> = {
  PARTY: '联系党员',
  DEPUTY: '人大代表',
};

const DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** When a line can be found without having said so: deputies on the county's reception day (DEP-02). */
export function hoursOfLine(line: 'PARTY' | 'DEPUTY', { deputy }: Pick<CountySettings, 'deputy'>): string | undefined {
  return line === 'DEPUTY' ? `每${DAYS[deputy.receptionDow - 1] ?? '周三'}接待` : undefined;
}
