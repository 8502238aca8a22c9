/**
 * Store operations of the actions people take most: deterministic, the same on every machine. The tests assert them
 * (tests/functions); here they stand in one table.
 */
import { router as appraisals } from '../cloudfunctions/appraisals/router';
import { router as files } from '../cloudfunctions/files/router';
import { router as grids } from '../cloudfunctions/grids/router';
import { router as issues } from '../cloudfunctions/issues/router';
import { router as notices } from '../cloudfunctions/notices/router';
import { router as people } from '../cloudfunctions/people/router';
import { router as points } from '../cloudfunctions/points/router';
import { router as roster } from '../cloudfunctions/roster/router';
import { branchOffice, onPaper, minutes, tapOf } from '../tests/functions/appraisals/kit';
import { people as persons, VILLAGE } from '../tests/fixtures/village';
import { claims, confirmedPledge, opened, posted } from '../tests/functions/points/kit';
import { harness, tap, type System } from '../tests/functions/harness';
import type { Row } from './table';

type Act = readonly [what: string, run: (system: System) => Promise<unknown>];

/** Rows of reads and writes an action, over a real SQLite file. */
export async function operationRows(): Promise<readonly Row[]> {
  return [
    ...(await rowsOf(await harness({ routers: { files, grids, issues, notices, people, roster } }), acts)),
    ...(await rowsOf(await opened({ routers: { notices, points } }), pointActs)),
    ...(await rowsOf(await branchOffice({ routers: { appraisals } }), appraisalActs)),
  ];
}

async function rowsOf(system: System, actsOf: (system: System) => Promise<readonly Act[]>): Promise<readonly Row[]> {
  try {
    const rows: Row[] = [];
    for (const [what, run] of await actsOf(system)) {
      await run(system);
      const { reads, writes } = system.lastLine();
      rows.push({ what, values: { reads, writes, operations: reads + writes } });
    }
    return rows;
  } finally {
    await system.close();
  }
}

/** One matter from the first tap to the last, and what people look at on the way. */
async function acts(system: System): Promise<readonly Act[]> {
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
    ['notices.list', () => villager.notices.list({})],
  ];
}

/** A deed from the claim to the ledger, and what the branch looks at. */
async function pointActs(system: System): Promise<readonly Act[]> {
  const member = system.as('partyMember').points;
  const pledgeId = await confirmedPledge(system, 'partyMember');
  const before = await posted(system, 'partyMember');
  const { entryId } = await claims(system, 'partyMember', { pledgeId });
  return [
    ['points.mine', () => member.mine({})],
    ['points.branch', () => system.as('supervisor').points.branch({ village: VILLAGE })],
    ['points.claim', () => claims(system, 'partyMember', { pledgeId })],
    ['points.check', () => system.as('partHead').points.check({ requestId: tap(), entryId, verdict: { kind: 'RIGHT' } })],
    ['points.approve', () => system.as('supervisor').points.approve({ requestId: tap(), entryId, verdict: { kind: 'POST' } })],
    ['points.record', () => system.as('partHead').points.record({ requestId: tap(), village: VILLAGE, on: '2026-03-05', item: 'late', people: [persons.head, persons.partyMember], text: '三月组织生活迟到' })],
    ['points.recordContact', () => member.recordContact({ requestId: tap(), mode: 'VISIT', purposes: ['LISTEN'], on: '2026-03-09', households: ['house'], heard: { text: '沟堵了', category: 'SANITATION' }, pledgeId })],
    ['points.reverse', () => system.as('groupHead').points.reverse({ requestId: tap(), entryId: before, reason: '记重了' })],
    ['points.appeal', () => member.appeal({ requestId: tap(), entryId, text: '少算了一户' })],
  ];
}

/** A branch of eight, measured on paper, from the self-appraisal to the decision. */
async function appraisalActs(system: System): Promise<readonly Act[]> {
  const member = system.as('partyMember').appraisals;
  const secretary = system.as('duty').appraisals;
  await onPaper(system);
  const about = persons.head;
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
