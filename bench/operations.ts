/**
 * Store operations of the actions people take most: deterministic, the same on every machine. The tests assert them
 * (tests/functions); here they stand in one table.
 */
import { router as appraisals } from '../cloudfunctions/appraisals/router';
import { router as consultations } from '../cloudfunctions/consultations/router';
import { router as deputies } from '../cloudfunctions/deputies/router';
import { router as files } from '../cloudfunctions/files/router';
import { router as grids } from '../cloudfunctions/grids/router';
import { router as issues } from '../cloudfunctions/issues/router';
import { router as ledgers } from '../cloudfunctions/ledgers/router';
import { router as notices } from '../cloudfunctions/notices/router';
import { router as people } from '../cloudfunctions/people/router';
import { router as points } from '../cloudfunctions/points/router';
import { router as roster } from '../cloudfunctions/roster/router';
import { router as tickets } from '../cloudfunctions/tickets/router';
import { router as voting } from '../cloudfunctions/voting/router';
import { xlsxOf } from '../cloudfunctions/platform/sheets/write-xlsx';
import { civilDateOf, yearOf } from '../src/domain/basics/civil-time';
import { DIRECTORY_COLUMNS, DIRECTORY_TABLE_NAMES } from '../src/domain/deputies/directory-sheet';
import { OPENING_COLUMNS } from '../src/domain/points/opening';
import { MAIN } from '../src/domain/voting/box';
import { householdOf, people as somebody, TOWN, VILLAGE } from '../tests/fixtures/village';
import { branchOffice, onPaper, minutes, tapOf } from '../tests/functions/appraisals/kit';
import { entered, office } from '../tests/functions/deputies/kit';
import { tap, type System } from '../tests/functions/harness';
import { uploaded } from '../tests/functions/issues/kit';
import { claims, confirmedPledge, CYCLE, opened as branchOpened, posted } from '../tests/functions/points/kit';
import { sheetOf } from '../tests/functions/sheets';
import { take } from '../tests/functions/tickets/kit';
import { announced, ballotId, BOX, opened, plan, receiptFrom, seeded } from '../tests/functions/voting/kit';
import type { Row } from './table';

type Act = readonly [what: string, run: (system: System) => Promise<unknown>];

/** Rows of reads and writes an action, over a real SQLite file. */
export async function operationRows(): Promise<readonly Row[]> {
  return [
    // One after the other: the ballot box moves the clock.
    ...(await rowsOf(await office({ routers: { consultations, deputies, files, grids, issues, ledgers, notices, people, roster, tickets, voting } }), onIssues, onMatters, onDeputies, onDirectory, onBallots)),
    ...(await rowsOf(await branchOpened({ routers: { ledgers, notices, points } }), onPoints, onLedgers)),
    ...(await rowsOf(await branchOffice({ routers: { appraisals } }), onAppraisals)),
  ];
}

async function rowsOf(system: System, ...parts: readonly ((system: System) => Promise<readonly Act[]>)[]): Promise<readonly Row[]> {
  try {
    const rows: Row[] = [];
    for (const actsOf of parts) {
      for (const [what, run] of await actsOf(system)) {
        await run(system);
        const { reads, writes } = system.lastLine();
        rows.push({ what, values: { reads, writes, operations: reads + writes } });
      }
    }
    return rows;
  } finally {
    await system.close();
  }
}

/** One matter from the first tap to the last, and what people look at on the way. */
async function onIssues(system: System): Promise<readonly Act[]> {
  const villager = system.as('villager');
  const head = system.as('head');
  const { issueId } = await villager.issues.submit(report());
  const done = await villager.issues.submit(report());
  await head.issues.accept({ requestId: tap(), issueId: done.issueId });
  await head.issues.finish({ requestId: tap(), issueId: done.issueId, text: '清好了' });
  return [
    ['people.me', () => villager.people.me()],
    ['people.contacts', () => villager.people.contacts()],
    ['issues.submit', () => villager.issues.submit(report())],
    ['issues.mine', () => villager.issues.mine({})],
    ['issues.get', () => villager.issues.get({ issueId })],
    ['issues.queue', () => head.issues.queue({ show: 'ALL' })],
    ['issues.accept', () => head.issues.accept({ requestId: tap(), issueId })],
    ['issues.progress', () => head.issues.progress({ requestId: tap(), issueId, text: '到现场看了' })],
    ['issues.handUp', () => head.issues.handUp({ requestId: tap(), issueId, text: '要用挖机' })],
    ['issues.rate', () => villager.issues.rate({ requestId: tap(), issueId: done.issueId, solved: 'YES', satisfaction: 'SATISFIED' })],
    ['tickets.take', () => system.as('town').tickets.take(take())],
    ['tickets.list', () => system.as('town').tickets.list({ town: TOWN })],
    ['notices.list', () => villager.notices.list({})],
  ];
}

/** A deed from the claim to the ledger, and what the branch looks at. */
async function onPoints(system: System): Promise<readonly Act[]> {
  const member = system.as('partyMember').points;
  const pledgeId = await confirmedPledge(system, 'partyMember');
  const before = await posted(system, 'partyMember');
  const { entryId } = await claims(system, 'partyMember', { pledgeId });
  return [
    ['points.mine', () => member.mine({})],
    ['points.waiting', () => member.waiting()],
    ['points.branch', () => system.as('supervisor').points.branch({ village: VILLAGE })],
    ['points.claim', () => claims(system, 'partyMember', { pledgeId })],
    ['points.check', () => system.as('partHead').points.check({ requestId: tap(), entryId, verdict: { kind: 'RIGHT' } })],
    ['points.approve', () => system.as('supervisor').points.approve({ requestId: tap(), entryId, verdict: { kind: 'POST' } })],
    ['points.record', () => system.as('partHead').points.record({ requestId: tap(), village: VILLAGE, on: '2026-03-05', item: 'late', people: [somebody.head, somebody.partyMember], text: '三月组织生活迟到' })],
    ['points.recordContact', () => member.recordContact({ requestId: tap(), mode: 'VISIT', purposes: ['LISTEN'], on: '2026-03-09', households: [householdOf('villager')], heard: { text: '沟堵了', category: 'SANITATION' }, pledgeId })],
    ['points.reverse', () => system.as('groupHead').points.reverse({ requestId: tap(), entryId: before, reason: '记重了' })],
    ['points.appeal', () => member.appeal({ requestId: tap(), entryId, text: '少算了一户' })],
  ];
}

/** A branch of eight, measured on paper, from the self-appraisal to the decision. */
async function onAppraisals(system: System): Promise<readonly Act[]> {
  const member = system.as('partyMember').appraisals;
  const secretary = system.as('duty').appraisals;
  await onPaper(system);
  const about = somebody.head;
  return [
    ['appraisals.get', () => member.get({ village: VILLAGE })],
    ['appraisals.mine', () => member.mine()],
    ['appraisals.self', () => member.self({ ...tapOf(), text: '联了三户', grade: 'QUALIFIED' })],
    ['appraisals.remark', () => member.remark({ ...tapOf(), about, kind: 'MERIT', text: '有求必应' })],
    ['appraisals.meeting', () => secretary.meeting(minutes())],
    ['appraisals.opinion', () => secretary.opinion({ ...tapOf(), about, text: '做得实' })],
    ['appraisals.decide', () => secretary.decide({ ...tapOf(), about, grade: 'QUALIFIED', reason: '会上评的' })],
  ];
}

function report() {
  return { requestId: tap(), category: 'SANITATION' as const, urgency: 'NORMAL' as const, text: '排水沟堵了', place: { kind: 'HOME' as const }, visibility: 'HANDLERS' as const, nameHidden: false, sensitive: false };
}

/** A matter that the village talks over. */
async function onMatters(system: System): Promise<readonly Act[]> {
  const raise = { text: '三组到小学这段路，装几盏路灯吧。', audience: 'VILLAGE' as const };
  const villager = system.as('villager').consultations;
  const { consultationId } = await villager.raise({ requestId: tap(), ...raise });
  return [
    ['consultations.raise', () => villager.raise({ requestId: tap(), ...raise })],
    ['consultations.list', () => villager.list({ open: true })],
    ['consultations.get', () => villager.get({ consultationId })],
    ['consultations.support', () => system.as('head').consultations.support({ requestId: tap(), consultationId })],
    ['consultations.answer', () => system.as('duty').consultations.answer({ requestId: tap(), consultationId, text: '拿出来商量', line: 'CONSULT' })],
    ['consultations.say', () => system.as('head').consultations.say({ requestId: tap(), consultationId, text: '先装学校门口' })],
  ];
}

/** A town's directory, a deputy's contact and what was heard of it, until it is answered and judged. */
async function onDeputies(system: System): Promise<readonly Act[]> {
  const { mandate, stationId } = await entered(system);
  const villager = system.as('villager').deputies;
  const deputy = system.as('deputy').deputies;
  const presidium = system.as('supervisor').deputies;
  const today = civilDateOf(system.now());
  const contact = () => ({ requestId: tap(), town: TOWN, mandate, mode: 'VISIT' as const, purposes: ['LISTEN' as const], on: today, households: 1, with: [householdOf('villager')], heard: { text: '水沟堵了' } });
  await deputy.record(contact());
  await villager.sendOpinion({ requestId: tap(), town: TOWN, mandate, text: '水沟堵了' });
  const opinionId = async () => (await deputy.opinions({ town: TOWN, mandate, open: true })).items[0]?.opinionId ?? '';
  const first = await opinionId();
  const photo = await uploaded(system, 'supervisor', { 'face-1': { purpose: 'DEPUTY_PHOTO', check: 'PASSED' } });
  return [
    ['deputies.towns', () => villager.towns()],
    ['deputies.directory', () => villager.directory({ town: TOWN })],
    ['deputies.deputy', () => villager.deputy({ town: TOWN, mandate })],
    ['deputies.sendOpinion', () => villager.sendOpinion({ requestId: tap(), town: TOWN, mandate, text: '水沟堵了' })],
    ['deputies.myOpinions', () => villager.myOpinions()],
    ['deputies.households', () => deputy.households({ town: TOWN, mandate })],
    ['deputies.record', () => deputy.record(contact())],
    ['deputies.contacts', () => deputy.contacts({ town: TOWN, mandate })],
    ['deputies.opinions', () => deputy.opinions({ town: TOWN, mandate, open: true })],
    ['deputies.opinion', () => deputy.opinion({ opinionId: first })],
    ['deputies.saveStation', () => presidium.saveStation({ requestId: tap(), town: TOWN, stationId, name: '堰坪代表联络站', address: '堰坪村委会二楼', hours: '工作日' })],
    ['deputies.setPhoto', () => presidium.setPhoto({ requestId: tap(), town: TOWN, mandate, photo: { uploadId: photo, fileId: 'face-1', consent: true } })],
    ['deputies.addEntry', () => presidium.addEntry({ requestId: tap(), town: TOWN, heading: 'MEETING', on: today, title: '镇人代会', mandates: [mandate], absent: [] })],
    ['deputies.rounds', () => presidium.rounds({ town: TOWN })],
    ['deputies.openRound', () => presidium.openRound({ requestId: tap(), town: TOWN, year: yearOf(today) })],
  ];
}

/** The directory once more, out of a workbook. */
async function onDirectory(system: System): Promise<readonly Act[]> {
  const presidium = system.as('supervisor').ledgers;
  const columns = DIRECTORY_COLUMNS.STATIONS.map(({ names }) => ({ heading: names[0] ?? '', width: 12 }));
  const file = await sheetOf(system, 'supervisor', await xlsxOf([{ name: DIRECTORY_TABLE_NAMES.STATIONS, columns, rows: [['镇代表联络站', '镇政府院内', '工作日', '', '']] }]));
  const { digest, version } = await presidium.checkDirectory({ town: TOWN, file });
  return [
    ['ledgers.directorySheet', () => presidium.directorySheet({ town: TOWN })],
    ['ledgers.checkDirectory', () => presidium.checkDirectory({ town: TOWN, file })],
    ['ledgers.loadDirectory', () => presidium.loadDirectory({ requestId: tap(), town: TOWN, file, digest, version })],
  ];
}

/** A branch's sheets and the county's scheme. A load of openings is a transaction a member, and here of nobody new. */
async function onLedgers(system: System): Promise<readonly Act[]> {
  const secretary = system.as('supervisor').ledgers;
  const clerk = system.as('clerk').ledgers;
  const of = { village: VILLAGE, cycle: CYCLE };
  const columns = OPENING_COLUMNS.map(({ names, width }) => ({ heading: names[0], width }));
  const opening = await sheetOf(system, 'supervisor', await xlsxOf([{ name: '期初积分', columns, rows: [['李国平', '', '', '3', '1', '']] }]));
  const { digest } = await secretary.checkOpening({ ...of, file: opening });
  await secretary.loadOpening({ requestId: tap(), ...of, file: opening, digest });
  const next = { cycle: CYCLE + 1 };
  const scheme = await sheetOf(system, 'clerk', new Uint8Array(Buffer.from((await clerk.schemeSheet(next)).base64, 'base64')));
  const checked = await clerk.checkScheme({ ...next, file: scheme });
  return [
    ['ledgers.scheme', () => secretary.scheme({ cycle: CYCLE })],
    ['ledgers.schemeSheet', () => clerk.schemeSheet(next)],
    ['ledgers.checkScheme', () => clerk.checkScheme({ ...next, file: scheme })],
    ['ledgers.loadScheme', () => clerk.loadScheme({ requestId: tap(), ...next, file: scheme, digest: checked.digest, version: checked.version })],
    ['ledgers.openingSheet', () => secretary.openingSheet(of)],
    ['ledgers.checkOpening', () => secretary.checkOpening({ ...of, file: opening })],
    ['ledgers.loadOpening', () => secretary.loadOpening({ requestId: tap(), ...of, file: opening, digest })],
    ['ledgers.branchLedger', () => secretary.branchLedger(of)],
  ];
}

/** A box from its public roll to a cast ballot. */
async function onBallots(system: System): Promise<readonly Act[]> {
  const now = system.now();
  const { rollShownAt, opensAt, closesAt } = plan();
  const shown = plan({ id: 'box-shown', opensAt: now + closesAt - rollShownAt, closesAt: now + 2 * (closesAt - rollShownAt), rollShownAt: now });
  await announced(system, shown);
  await opened(system, plan({ rollShownAt: now, opensAt: now + opensAt - rollShownAt, closesAt: now + closesAt - rollShownAt }));
  const villager = system.as('villager').voting;
  const mine = ballotId(somebody.villager);
  const random = seeded(1);
  return [
    ['voting.waiting', () => villager.waiting()],
    ['voting.mine', () => villager.mine({})],
    ['voting.nearby', () => villager.nearby()],
    ['voting.roll', () => villager.roll({ boxId: shown.id })],
    ['voting.onRoll', () => villager.onRoll({ boxId: shown.id })],
    ['voting.askCorrection', () => villager.askCorrection({ requestId: tap(), boxId: shown.id, about: 'REMOVE', name: '吴大山', text: '搬走了' })],
    ['voting.watched', () => system.as('duty').voting.watched({})],
    ['voting.objections', () => system.as('duty').voting.objections({ boxId: shown.id, open: true })],
    ['voting.ballot', () => villager.ballot({ ballotId: mine })],
    ['voting.cast', () => villager.cast({ ballotId: mine, receipt: receiptFrom(random), choices: { [MAIN]: 'B' } })],
    ['voting.box', () => villager.box({ boxId: BOX })],
  ];
}
