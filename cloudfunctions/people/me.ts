/** Who the phone acts for, and what the app should offer. */
import type { Me } from '@/contract/people';
import { villageOf, type AreaCode } from '@/domain/areas/code';
import type { Office, Village } from '@/domain/grid/grid';
import { isOwnerOf, levelFor, newAccount } from '@/domain/people/binding';
import type { Account, Person } from '@/domain/people/person';
import type { CallerPerson } from '@platform/caller';
import type { Context } from '@platform/context';
import { countUnreadOf } from '@platform/notices';
import { people } from './os';
import { areaNameOf, deskView, unnamedTowns, type Names } from './post-view';

/** More than one account acts for nobody needs; keeps the look-up within one page. */
const FAMILY_SHOWN = 50;

export const me = people.me.handler(async ({ context }) => {
  context.permit('people.me');
  const { caller, store, settings, wechat } = context;
  const account = (await store.get('accounts', caller.account)) ?? newAccount(caller.account);
  const [person, family, unread, applied] = [
    caller.person && (await personView(context, caller.person)),
    await familyOf(context, account),
    await countUnreadOf(store, caller, account.inboxSeenAt),
    caller.person === undefined && (await hasApplied(context)),
  ];
  return {
    now: context.now,
    title: settings.title,
    county: settings.countyName,
    modules: { ...settings.modules },
    emergency: settings.emergencyNumbers.map(({ number, name }) => ({ number, name })),
    helpPhone: settings.servicePhones[0]?.number,
    person,
    family,
    applied,
    unread,
    limits: {
      text: settings.text.issueMax,
      step: settings.text.stepMax,
      photos: settings.files.maxPhotos,
      photoBytes: settings.files.maxPhotoBytes,
      voiceSeconds: settings.files.maxVoiceSeconds,
      voiceBytes: settings.files.maxVoiceBytes,
    },
    messageTemplates: [...wechat.reportTemplates],
    consultTemplates: [...wechat.consultTemplates],
  };
});

async function personView(context: Context, person: CallerPerson): Promise<Me['person']> {
  const areas = person.roles.map((grant) => grant.area);
  const names = await namesOf(context, person, areas);
  const village = names.villages.find((one) => one._id === person.village);
  return {
    id: person.id,
    name: person.name,
    level: person.level,
    village: { code: person.village, name: village?.name ?? '', town: village?.townName ?? '' },
    grid: { code: person.grid, name: areaNameOf(person.grid, names) },
    roles: person.roles.map(({ role, area, standInFor }) => ({ role, area, areaName: areaNameOf(area, names), standInFor })),
    desks: person.posts.map((post) => deskView(post, names)),
  };
}

/** The villages and towns that the person lives and serves in: one read, or two for an officer of another town. */
async function namesOf({ store, settings }: Context, person: CallerPerson, areas: readonly AreaCode[]): Promise<Names> {
  const codes = [person.village, ...areas.filter((area) => area.length >= 12).map((area) => villageOf(area))];
  const villages: readonly Village[] = (await store.find('villages', { where: { _id: { in: [...new Set(codes)].slice(0, 100) } }, limit: 100 })).items;
  const towns = unnamedTowns(areas, villages);
  const offices: readonly Office[] = towns.length === 0 ? [] : (await store.find('offices', { where: { _id: { in: towns.slice(0, 100) } }, limit: 100 })).items;
  return { villages, offices, settings };
}

/** Whom the phone may act for: the persons it was bound to, and one that was made over to it and waits to be taken up. */
async function familyOf({ caller, store }: Context, account: Account): Promise<Me['family']> {
  const ids = account.bindings.map(({ personId }) => personId).slice(0, FAMILY_SHOWN);
  const bound = ids.length === 0 ? [] : (await store.find('people', { where: { _id: { in: ids } }, limit: FAMILY_SHOWN })).items;
  const listed = account.bindings.flatMap((binding) => {
    const person = bound.find((one) => one._id === binding.personId);
    const level = person && levelFor(account, person);
    return person && level ? [{ id: person._id, name: person.name, level, relation: binding.relation, acting: person._id === caller.person?.id }] : [];
  });
  if (caller.person !== undefined) return listed;
  const { items } = await store.find('people', { where: { 'account.id': account._id }, limit: FAMILY_SHOWN });
  const waiting = items.filter((person: Person) => isOwnerOf(account._id, person) && !listed.some(({ id }) => id === person._id));
  return [...listed, ...waiting.map((person) => ({ id: person._id, name: person.name, level: person.account?.level ?? 'WEAK' as const, relation: 'SELF' as const, acting: false }))];
}

async function hasApplied({ caller, store }: Context): Promise<boolean> {
  return (await store.count('applications', { account: caller.account, state: 'OPEN' })) > 0;
}
