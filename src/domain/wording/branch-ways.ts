/** Where the notices of pledges and points to a branch's office and to the town's Party office lead. */

type Data = Readonly<Record<string, string | number>>;

const DESK: Readonly<Record<string, string>> = { POINTS_TO_CHECK: 'CHECK', PLEDGES_WAITING: 'PLEDGES', POINTS_TO_APPROVE: 'APPROVE', POINTS_AT_75: '', POINTS_AT_90: '', POINTS_OVERDUE: '', POINTS_APPEALED: 'APPEAL' };
const OTHER: Readonly<Record<string, string>> = {
  VETO_TO_CONFIRM: 'town', POINTS_APPEAL_OVERDUE: 'town',
  POINTS_DRAWN: 'members', POINTS_PUBLISH_DUE: 'publication', POINTS_OBJECTION: 'publication',
};

/** The page a notice to whoever works for a branch leads to. */
export function branchPageOf(kind: string, { village = '', entry = '' }: Data): string | undefined {
  const at = (page: string, params: Data): string => `/packages/branch/${page}/index?${Object.entries(params).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')}`;
  if (kind === 'POINTS_RECORD_REFUSED') return at('entry', { id: entry });
  if (Object.hasOwn(DESK, kind)) return at('desk', { village, ...(DESK[kind] === '' ? {} : { step: DESK[kind] ?? '' }) });
  return Object.hasOwn(OTHER, kind) ? at(OTHER[kind] ?? '', { village }) : undefined;
}
