/** Where the notices of pledges and points to a member lead. Those to the branch's office lead to its own pages. */

type Data = Readonly<Record<string, string | number>>;
type Way = (data: Data) => string;

const page = (name: string, params: Data): string => {
  const query = Object.entries(params).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
  return `/packages/party/${name}/index${query === '' ? '' : `?${query}`}`;
};
const only = (data: Data, ...keys: readonly string[]): Data => Object.fromEntries(keys.flatMap((key) => (data[key] === undefined ? [] : [[key, data[key]]])));

const toYear: Way = () => page('year', {});
const toEntry: Way = ({ entry = '' }) => page('entry', { id: entry });
const toPublication: Way = (data) => page('publication', only(data, 'village'));

const WAYS: Readonly<Record<string, Way>> = {
  POINTS_ASKED: toEntry, POINTS_POSTED: toEntry, POINTS_REVERSED: toEntry, POINTS_REFUSED: toEntry, POINTS_EXPIRED: toEntry, POINTS_APPEAL_DECIDED: toEntry,
  PLEDGE_CONFIRMED: toYear, PLEDGE_RETURNED: toYear, VETO_CONFIRMED: toYear, VETO_LIFTED: toYear, POINTS_SETTLED: toYear,
  POINTS_CLOSED: (data) => page('year', only(data, 'cycle')),
  POINTS_PUBLISHED: toPublication, POINTS_OBJECTION_ANSWERED: toPublication,
};

/** The page a notice to a party member leads to. */
export function partyPageOf(kind: string, data: Data): string | undefined {
  return Object.hasOwn(WAYS, kind) ? WAYS[kind]?.(data) : undefined;
}
