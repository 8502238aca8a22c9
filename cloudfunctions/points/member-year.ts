/** A member's year on one page, for the member and for the branch's office. */
import type { MemberYearView } from '@/contract/points';
import type { PersonId } from '@/domain/basics/ids';
import { isIn } from '@/domain/points/cycle';
import { pledgeDays } from '@/domain/points/pledge-acts';
import type { MemberYear } from '@/domain/points/year';
import type { Context } from '@platform/context';
import { schemeOf } from '@platform/point-scheme';
import { entryViews, pledgeView, scoreView, vetoView } from './views';

const ENTRIES = 20;
const CONTACTS = 10;
/** More linked households than this nobody has (LNS-02). */
const HOUSEHOLDS = 40;

/** Five reads: scheme, entries, households and their heads, contacts. */
export async function memberYearView(context: Context, year: MemberYear, after: string | undefined): Promise<MemberYearView> {
  const { store, settings, today } = context;
  const [scheme, page, households, contacts] = await Promise.all([
    schemeOf(store, context, year.cycle),
    store.find('pointEntries', { where: { year: year._id }, orderBy: [{ field: 'on', direction: 'desc' }], limit: ENTRIES, ...(after === undefined ? {} : { after }) }),
    linkedHouseholds(context, year.personId),
    store.find('partyContacts', { where: { personId: year.personId }, orderBy: [{ field: 'on', direction: 'desc' }], limit: CONTACTS }),
  ]);
  const rule = scheme.categories[year.category];
  const window = pledgeDays(scheme, year, settings.party.cycleStart);
  const score = scoreView(scheme, year);
  // What was claimed a moment ago waits already, although the clock has not put it in yet.
  const fresh = page.items.filter(({ uncounted, state }) => uncounted === true && (state === 'CHECK' || state === 'ASKED' || state === 'APPROVE'));
  return {
    personId: year.personId,
    name: year.name,
    cycle: year.cycle,
    branch: { village: year.branch, name: year.branchName ?? '' },
    group: year.group,
    category: year.category,
    categoryName: rule.name,
    settled: year.settled === true,
    score: { ...score, pending: score.pending + fresh.reduce((total, { tenths }) => total + Math.max(0, tenths), 0) },
    pledges: year.pledges.map(pledgeView),
    pledgeRule: { ...rule.pledges, ...window, open: year.closedAt === undefined && year.left === undefined && isIn(window, today), menu: [...rule.menu] },
    entries: await entryViews(context, page.items),
    next: page.next,
    posted: year.sums.posted,
    vetoes: year.vetoes.map((one) => vetoView(scheme, one)),
    households,
    contacts: contacts.items.map(({ _id, on, mode, purposes, households: met, summary, issueId }) => ({ contactId: _id, on, mode, purposes: [...purposes], households: met.length, summary, issueId })),
    closed: year.closedAt !== undefined,
    seenBy: year.shared === true ? settings.party.scope : 'BRANCH',
  };
}

/** The households a member is linked with as a liaison (LNS-02). Two reads. */
async function linkedHouseholds({ store }: Context, personId: PersonId): Promise<MemberYearView['households']> {
  const { items } = await store.find('households', { where: { partyLinks: { contains: personId } }, limit: HOUSEHOLDS });
  const heads = [...new Set(items.flatMap(({ headId }) => (headId === undefined ? [] : [headId])))];
  const names = new Map(heads.length === 0 ? [] : (await store.find('people', { where: { _id: { in: heads } }, limit: HOUSEHOLDS })).items.map(({ _id, name }) => [_id, name]));
  return items
    .map(({ _id, number, headId, address }) => ({ householdId: _id, number, head: names.get(headId ?? '') ?? '', address }))
    .sort((one, other) => one.number.localeCompare(other.number));
}
