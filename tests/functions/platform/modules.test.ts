/** A county that has switched a module off: its calls are refused, lists leave it out, the clock lets it rest, the rest works (BUR-08). */
import { contract, type ContextName } from '@/contract';
import type { WireReply } from '@/contract/wire';
import { DAY_MS } from '@/domain/basics/civil-time';
import type { ModuleSettings } from '@/domain/settings/settings';
import { MAIN } from '@/domain/voting/box';
import { jobs } from '../../../cloudfunctions/clock/jobs';
import { runClock } from '../../../cloudfunctions/clock/run-clock';
import { countySettings } from '../../../config/county/settings';
import { accountOf, people, VILLAGE } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { announced, ballotId, BOX, opened, plan, receiptFrom, seeded } from '../voting/kit';

let system: System;
afterEach(() => system.close());

type Switches = Partial<Pick<ModuleSettings, 'consultations' | 'deputies' | 'points'>>;

const county = (off: Switches) => harness({ settings: { modules: { ...countySettings().modules, ...off } } });

/** Switches over in the middle, as a county does: what stands in the store was made while it was on. */
function switchOff(off: Switches): void {
  Object.assign(system.platform.settings.modules, off);
}

/** A town's directory comes as a sheet through `ledgers`, and is the deputies'. */
const DIRECTORY_SHEETS = ['checkDirectory', 'directorySheet', 'loadDirectory'];

function callsOf(context: ContextName): readonly (readonly [ContextName, string])[] {
  const own = Object.keys(contract[context]).map((procedure) => [context, procedure] as const);
  if (context === 'deputies') return [...own, ...DIRECTORY_SHEETS.map((procedure) => ['ledgers', procedure] as const)];
  return own.filter(([, procedure]) => context !== 'ledgers' || !DIRECTORY_SHEETS.includes(procedure));
}

async function codesOf(of: ContextName): Promise<ReadonlySet<string>> {
  const codes = new Set<string>();
  for (const [context, procedure] of callsOf(of)) {
    const reply: WireReply = await system.call(accountOf('villager'), context, { procedure, input: {} });
    codes.add(reply.ok ? 'OK' : reply.error.code);
  }
  return codes;
}

describe('a module that is off', () => {
  it.each([
    ['consultations', { consultations: false }, ['consultations']],
    ['deputies', { deputies: false }, ['deputies']],
    ['points', { points: false }, ['appraisals', 'ledgers', 'points']],
    ['all that use the ballot box', { consultations: false, deputies: false, points: false }, ['appraisals', 'consultations', 'deputies', 'ledgers', 'points', 'voting']],
  ] as const)('%s: every call of it is refused, reading lists included, before anything is read', async (_, off, contexts) => {
    system = await county(off);
    for (const context of contexts) {
      expect([...(await codesOf(context))]).toEqual(['MODULE_OFF']);
      expect(system.lastLine()).toMatchObject({ outcome: 'MODULE_OFF', reads: 0, writes: 0 });
    }
    for (const context of (['appraisals', 'consultations', 'deputies', 'ledgers', 'points', 'voting'] as const).filter((one) => !(contexts as readonly string[]).includes(one))) expect(await codesOf(context)).not.toContain('MODULE_OFF');
  });

  it('leaves reporting, contacts, the inbox and who I am as they were', async () => {
    system = await county({ consultations: false, deputies: false, points: false });
    const villager = system.as('villager');
    const { issueId } = await villager.issues.submit({ requestId: tap(), category: 'SANITATION', urgency: 'NORMAL', text: '排水沟堵了', place: { kind: 'HOME' }, visibility: 'HANDLERS', nameHidden: false, sensitive: false });
    await system.as('head').issues.accept({ requestId: tap(), issueId });
    expect((await villager.people.me()).modules).toMatchObject({ issues: true, consultations: false, deputies: false, points: false });
    expect((await villager.people.contacts()).lines.length).toBeGreaterThan(0);
    expect((await runClock(system.platform, jobs)).failed).toEqual([]);
    expect((await villager.notices.list({})).items.map(({ kind }) => kind)).toContain('ISSUE_ACCEPTED');
  });

  it('lets the clock rest in it, and go on where it stood once it is on again', async () => {
    system = await county({});
    const { consultationId } = await system.as('villager').consultations.raise({ requestId: tap(), text: '三组到小学这段路，装几盏路灯吧。', audience: 'VILLAGE' });
    switchOff({ consultations: false });
    system.pass(40 * DAY_MS);
    const before = await system.store.get('consultations', consultationId);
    const { did, failed } = await runClock(system.platform, jobs);
    expect(failed).toEqual([]);
    expect(did['consultations.due']).toBeUndefined();
    expect(await system.store.get('consultations', consultationId)).toEqual(before);
    switchOff({ consultations: true });
    expect((await runClock(system.platform, jobs)).did['consultations.due']).toBeGreaterThan(0);
  });
});

describe('the ballot box, where one of its modules is off', () => {
  const random = seeded(5);
  const cast = () => system.as('villager').voting.cast({ ballotId: ballotId(people.villager), receipt: receiptFrom(random), choices: { [MAIN]: 'B' } });

  it.each([
    ['CONSULT', { consultations: false }, { deputies: false }],
    ['DEPUTY', { deputies: false }, { consultations: false }],
  ] as const)('a box of kind %s is in no list, and cannot be opened or cast; with the other module off it is untouched', async (kind, off, other) => {
    system = await county({});
    await opened(system, plan({ kind, rule: { kind: 'OPINION', k: 1 }, area: VILLAGE }));
    switchOff(off);
    const villager = system.as('villager').voting;
    for (const list of [villager.mine({}), villager.waiting(), villager.nearby(), system.as('duty').voting.watched({})]) expect((await list).items).toEqual([]);
    for (const asked of [villager.box({ boxId: BOX }), villager.roll({ boxId: BOX }), villager.onRoll({ boxId: BOX }), villager.result({ boxId: BOX }), villager.ballot({ ballotId: ballotId(people.villager) }), cast()]) {
      await expect(asked).rejects.toMatchObject({ code: 'MODULE_OFF' });
    }
    switchOff({ consultations: true, deputies: true, ...other });
    expect((await villager.waiting()).items).toMatchObject([{ boxId: BOX }]);
    expect(await cast()).toEqual({ cast: true });
  });

  it('tells nobody of it while it is off', async () => {
    system = await county({ consultations: false });
    await announced(system);
    const { items } = await system.as('villager').notices.list({});
    expect(items.filter(({ kind }) => kind.startsWith('BOX_'))).toEqual([]);
  });
});
