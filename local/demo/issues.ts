/**
 * Some weeks of matters in the demo county, in every state there is. They are reported, handled and left lying by calls to
 * the functions themselves at moments of the past, with the clock run in between: nothing here writes an issue.
 */
import { HOUR_MS, startOfDay, civilDateOf, addCivilDays, DAY_MS } from '@/domain/basics/civil-time';
import type { EpochMs, PersonId } from '@/domain/basics/ids';
import type { Person } from '@/domain/people/person';
import type { Platform } from '@platform/context';
import type { DemoSize } from '../environment';
import { planConsultations } from './consultations';
import { holderOf } from './holders';
import { TROUBLES, WORDS, type Trouble } from './issue-texts';
import { TOWN, VILLAGE } from './personas';
import { phonesOf, type Phones } from './phones';
import { randomFrom, type Random } from './random';
import { pickStory, storiesWith, type Story, type StoryStep } from './stories';

/** Matters in four weeks. */
const COUNTS: Readonly<Record<DemoSize, number>> = { village: 40, town: 200, county: 200 };
/** How often the clock runs while the past is lived through. */
const CLOCK_MS = 6 * HOUR_MS;
/** Villagers of a village who have a phone in the demo, besides the personas. */
const REPORTERS = 20;

interface Case {
  readonly no: number;
  readonly trouble: Trouble;
  readonly reporter: PersonId;
  readonly neighbour: PersonId;
  readonly story: Story;
  issueId?: string;
}

/** Something that will happen at a moment; what happens may plan the next thing. */
interface Event {
  readonly at: EpochMs;
  readonly run: () => Promise<void>;
}

/** Lives through the past weeks up to now; does nothing for none. */
export async function liveThroughWeeks(platform: Platform, size: DemoSize, weeks: number, personas: ReadonlyMap<string, PersonId>): Promise<void> {
  if (weeks === 0) return;
  const random = randomFrom(`issues of ${size}`);
  const end = platform.clock();
  const phones = phonesOf(platform);
  const reporters = await reportersOf(platform, size);
  const agenda = new Agenda();
  const life: Life = { platform, phones, random, agenda, end };
  const stories = storiesWith(WORDS);
  const own = [...personas.values()].slice(0, 2);
  for (let no = 0; no < Math.ceil((COUNTS[size] * weeks) / 4); no += 1) {
    const neighbours = random.chance(40) ? (reporters[0] ?? []) : random.pick(reporters);
    const trouble = random.pick(TROUBLES);
    // Every tenth matter is 王秀兰's or her son's, so that whoever opens the demo has some.
    const reporter = no % 10 === 0 ? random.pick(own) : random.pick(neighbours);
    const one: Case = { no, trouble, reporter, neighbour: random.pick(neighbours), story: pickStory(stories, random).steps };
    agenda.add({ at: momentOf(end, weeks, random), run: () => report(life, one) });
  }
  planPersonas(life, personas);
  planConsultations(phones, agenda, end, weeks, personas);
  await agenda.liveUntil(end, end - weeks * 7 * DAY_MS, (at) => phones.clockRuns(at));
}

interface Life {
  readonly platform: Platform;
  readonly phones: Phones;
  readonly random: Random;
  readonly agenda: Agenda;
  readonly end: EpochMs;
}

async function report(life: Life, one: Case): Promise<void> {
  const { phones, random } = life;
  const at = life.agenda.now;
  const { category, text, place } = one.trouble;
  const reply = await phones.does(one.reporter, at, 'issues', 'submit', {
    requestId: tapOf(one.no, 'submit'),
    category,
    urgency: category === 'EMERGENCY' ? random.pick(['URGENT', 'MAJOR', 'NORMAL']) : 'NORMAL',
    text,
    place: { kind: 'HOME' },
    ...(place !== '' && { placeText: place }),
    visibility: random.chance(75) ? 'VILLAGE' : 'HANDLERS',
    nameHidden: random.chance(15),
    sensitive: false,
  });
  if (!reply.ok) throw new Error(`a made-up matter was refused: ${reply.error.code}`);
  one.issueId = (reply.data as { readonly issueId: string }).issueId;
  planNext(life, one, 0);
}

/** The story's next step, in waking hours. One that is refused, because the clock was faster, ends the story. */
function planNext(life: Life, one: Case, nth: number): void {
  const step = one.story[nth];
  if (step === undefined) return;
  const { random, agenda } = life;
  const [from, to] = step.hours;
  const at = awake(agenda.now + random.int(from * 60, to * 60) * 60_000);
  agenda.add({ at, run: async () => { if (await take(life, one, step, nth)) planNext(life, one, nth + 1); } });
}

async function take(life: Life, one: Case, step: StoryStep, nth: number): Promise<boolean> {
  const { platform: { store }, phones, agenda } = life;
  const issue = await store.get('issues', one.issueId ?? '');
  if (issue === undefined) return false;
  const post = step.who === 'DECIDER' ? issue.decider : issue.owner.post;
  const who = step.who === 'REPORTER' ? one.reporter : step.who === 'NEIGHBOUR' ? one.neighbour : post && (await holderOf(store, post, agenda.now));
  if (who === undefined) return false;
  const words = step.words === undefined ? {} : { text: one.trouble[step.words] };
  const reply = await phones.does(who, agenda.now, 'issues', step.procedure, { requestId: tapOf(one.no, `${step.procedure}${nth}`), issueId: issue._id, ...words, ...step.input });
  return reply.ok;
}

/** What the personas themselves have to do with: leave and a stand-in, a visitor, a restricted matter, a department. */
function planPersonas({ phones, agenda, end, platform }: Life, personas: ReadonlyMap<string, PersonId>): void {
  const today = civilDateOf(end);
  const id = (name: string) => personas.get(name) ?? '';
  const at = (days: number, hour: number) => startOfDay(addCivilDays(today, -days)) + hour * HOUR_MS;
  const add = (when: EpochMs, run: () => Promise<unknown>) => agenda.add({ at: when, run: async () => void (await run()) });
  add(at(3, 8), () => phones.does(id('gong-shunfa'), agenda.now, 'grids', 'standIn', { requestId: tapOf(900, 'standIn'), post: `${VILLAGE}-1.2.2`, personId: id('tian-xiaoyu'), from: addCivilDays(today, -3), to: addCivilDays(today, 7), text: '去外地看病' }));
  add(at(2, 10), () => phones.visitorDoes(agenda.now, 'submit', { requestId: tapOf(901, 'submit'), category: 'SANITATION', urgency: 'NORMAL', text: '观景台边上的垃圾没人收。', place: { kind: 'VILLAGE', village: VILLAGE }, visibility: 'HANDLERS', nameHidden: false, sensitive: false, visitorName: '过路人' }));
  add(at(4, 21), () => phones.does(id('zeng-yulian'), agenda.now, 'issues', 'submit', { requestId: tapOf(902, 'submit'), category: 'PATROL', urgency: 'NORMAL', text: '邻居家晚上又打又闹，孩子一直哭，怕出事。', place: { kind: 'HOME' }, visibility: 'HANDLERS', nameHidden: true, sensitive: true }));
  add(at(6, 9), async () => {
    const reply = await phones.does(id('chen-shoutian'), agenda.now, 'issues', 'submit', { requestId: tapOf(903, 'submit'), category: 'EMERGENCY', urgency: 'MAJOR', text: '三组上边的水塘坝脚渗水，这两天水变浑了。', place: { kind: 'HOME' }, placeText: '三组水塘', visibility: 'VILLAGE', nameHidden: false, sensitive: false });
    if (reply.ok) planDispatch(phones, agenda, platform, (reply.data as { readonly issueId: string }).issueId);
  });
}

/** Up the ladder to the town, which calls the county's water bureau (吹哨报到, EVT-07). */
function planDispatch(phones: Phones, agenda: Agenda, { store }: Platform, issueId: string): void {
  const steps: readonly (readonly [hours: number, procedure: string, input: object])[] = [
    [1, 'accept', {}], [1, 'handUp', { text: WORDS.handUp }], [2, 'accept', {}], [1, 'handUp', { text: WORDS.handUp }], [2, 'accept', {}],
    [1, 'handUp', { text: WORDS.handUp }], [1, 'accept', {}], [1, 'handUp', { text: WORDS.handUp }], [1, 'accept', {}],
    [2, 'dispatch', { to: `${TOWN.slice(0, 6)}/WATER`, assistants: [], text: WORDS.dispatch }], [4, 'accept', {}], [20, 'progress', { text: '到坝上看了，先放低水位，明天带设备来查漏点。' }],
  ];
  const next = (nth: number): void => {
    const [hours, procedure, input] = steps[nth] ?? [];
    if (hours === undefined || procedure === undefined) return;
    agenda.add({
      at: awake(agenda.now + hours * HOUR_MS),
      run: async () => {
        const issue = await store.get('issues', issueId);
        const isAtTown = issue?.owner.post === TOWN;
        // The ladder has as many rungs as posts are filled: at the town there is nothing to hand up any more.
        if (procedure === 'handUp' && isAtTown) return next(nth + 1);
        const who = issue && (await holderOf(store, issue.owner.post, agenda.now));
        if (who !== undefined) await phones.does(who, agenda.now, 'issues', procedure, { requestId: tapOf(910 + nth, procedure), issueId, ...input });
        next(nth + 1);
      },
    });
  };
  next(0);
}

/** Adults of the villages around, 堰坪村's first. */
async function reportersOf({ store }: Platform, size: DemoSize): Promise<readonly (readonly PersonId[])[]> {
  const town = await store.get('offices', TOWN);
  const villages = size === 'village' ? [VILLAGE] : [VILLAGE, ...(town?.parts ?? []).map(({ code }) => code).filter((code) => code !== VILLAGE)];
  return Promise.all(villages.map(async (village) => {
    const page = await store.find('people', { where: { village }, orderBy: [{ field: 'name', direction: 'asc' }], limit: 100 });
    return page.items.filter(isGrown).slice(0, REPORTERS).map(({ _id }) => _id);
  }));
}

function isGrown({ bornOn, roles }: Person): boolean {
  return bornOn < '2005' && bornOn > '1945' && roles.length === 0;
}

/** A moment of the past weeks in waking hours, the last days somewhat fuller. */
function momentOf(end: EpochMs, weeks: number, random: Random): EpochMs {
  const days = random.chance(30) ? random.int(0, 4) : random.int(0, weeks * 7 - 1);
  return Math.min(end - 60_000, awake(end - days * DAY_MS - random.int(0, 1439) * 60_000));
}

/** Nobody taps at night: what falls there waits for the morning. */
function awake(at: EpochMs): EpochMs {
  const midnight = startOfDay(civilDateOf(at));
  const hour = (at - midnight) / HOUR_MS;
  if (hour < 7) return at + 7 * HOUR_MS;
  return hour > 21 ? midnight + DAY_MS + 7 * HOUR_MS + (at % HOUR_MS) : at;
}

/** Taps of the demo; the same in every run. */
function tapOf(no: number, what: string): string {
  return `demo-${String(no).padStart(4, '0')}-${what}`.padEnd(16, '0').slice(0, 40);
}

/** What is still to happen, in order. */
class Agenda {
  now: EpochMs = 0;
  private readonly events: Event[] = [];

  add(event: Event): void {
    const at = this.events.findIndex((other) => other.at > event.at);
    this.events.splice(at < 0 ? this.events.length : at, 0, event);
  }

  /** Lets everything happen up to a moment, with the clock run between. */
  async liveUntil(end: EpochMs, from: EpochMs, clockRuns: (at: EpochMs) => Promise<void>): Promise<void> {
    let turn = from;
    for (let event = this.events.shift(); event !== undefined && event.at <= end; event = this.events.shift()) {
      for (; turn < event.at; turn += CLOCK_MS) await clockRuns(turn);
      this.now = event.at;
      await event.run();
    }
    await clockRuns(end);
  }
}
