/** A member's year on one page, for the member and for the branch's office. */
import type { MemberYearView } from '@/contract/points';
import type { PersonId } from '@/domain/basics/ids';
import type { PartyContact } from '@/domain/points/contact';
import { isIn } from '@/domain/points/cycle';
import type { Entry } from '@/domain/points/entry';
import { pledgeDays } from '@/domain/points/pledge-acts';
import type { MemberYear } from '@/domain/points/year';
import type { Context } from '@platform/context';
import { schemeOf } from '@platform/point-scheme';
import { linkedHouseholds } from './linked-households';
import { entryViews, pledgeView, scoreView, vetoView } from './views';

const ENTRIES = 20;
const CONTACTS = 10;

/** Five reads: scheme, entries, households and their heads, contacts. */
export async function memberYearView(context: Context, year: MemberYear, after: string | undefined): Promise<MemberYearView> {
  const { store, settings, today } = context;
  const [scheme, page, households, contacts] = await Promise.all([
    schemeOf(store, context, year.cycle),
    store.find('pointEntries', { where: { year: year._id }, orderBy: [{ field: 'on', direction: 'desc' }], limit: ENTRIES, ...(after === undefined ? {} : { after }) }),
    householdViews(context, year.personId),
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
    max: scheme.max,
    pledges: year.pledges.map(pledgeView),
    pledgeRule: { ...rule.pledges, ...window, open: year.closedAt === undefined && year.left === undefined && isIn(window, today), menu: [...rule.menu] },
    entries: await entryViews(context, page.items),
    next: page.next,
    posted: year.sums.posted,
    vetoes: year.vetoes.map((one) => vetoView(scheme, one)),
    households,
    contacts: [...notYetFiled(page.items), ...contacts.items].map(({ _id, on, mode, purposes, households: met, summary, issueId }) => ({ contactId: _id, on, mode, purposes: [...purposes], households: met.length, summary, issueId })),
    closed: year.closedAt !== undefined,
    seenBy: year.shared === true ? settings.party.scope : 'BRANCH',
  };
}

/** Contacts that travel with a claim until the clock files them. */
function notYetFiled(entries: readonly Entry[]): readonly PartyContact[] {
  return entries.flatMap(({ contact }) => (contact === undefined ? [] : [contact]));
}

/**
 * The linked households with who to ask for. The phone is the member's alone to see, and only where its owner agreed that it is
 * shown (LNS-03, PRV-05): whoever else reads the year does not serve that household. Two reads.
 */
async function householdViews(context: Context, personId: PersonId): Promise<MemberYearView['households']> {
  const { store, sealer, caller } = context;
  const items = await linkedHouseholds(context, personId);
  const ids = [...new Set(items.flatMap(({ headId }) => (headId === undefined ? [] : [headId])))];
  const heads = new Map(ids.length === 0 ? [] : (await store.find('people', { where: { _id: { in: ids } }, limit: ids.length })).items.map((one) => [one._id, one]));
  const own = personId === caller.person?.id;
  return items
    .map(({ _id, number, headId, address }) => {
      const head = heads.get(headId ?? '');
      const phone = own && head?.status === 'ACTIVE' && head.phoneShown ? head.phoneSealed : undefined;
      return { householdId: _id, number, head: head?.name ?? '', address, phone: phone === undefined ? undefined : sealer.open(phone) };
    })
    .sort((one, other) => one.number.localeCompare(other.number));
}
