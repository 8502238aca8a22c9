/** What holds the contract, the access table, and the routers together. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isProcedure, type AnyRouter } from '@orpc/server';
import { contract } from '@/contract';
import { ACCESS } from '@/domain/people/access-table';
import { httpStatusOf } from '@platform/statuses';

interface Procedure {
  readonly '~orpc': {
    readonly errorMap: Readonly<Record<string, { readonly status?: number }>>;
    readonly inputSchema?: { readonly shape?: object };
    readonly outputSchema?: object;
  };
}

const procedures = Object.entries(contract).flatMap(([context, part]) =>
  Object.entries(part as unknown as Readonly<Record<string, Procedure>>).map(([name, procedure]) => ({
    action: `${context}.${name}`,
    context,
    name,
    errors: procedure['~orpc'].errorMap,
    input: procedure['~orpc'].inputSchema,
    output: procedure['~orpc'].outputSchema,
  })),
);

describe('every procedure of the contract', () => {
  it('has its line in the access table, and the table has no other', () => {
    expect(procedures.map(({ action }) => action).sort()).toEqual(Object.keys(ACCESS).sort());
  });

  it('lists the fields of its reply', () => {
    expect(procedures.filter(({ output }) => output === undefined).map(({ action }) => action)).toEqual([]);
  });

  it.each(Object.keys(contract))('of %s is implemented by its function, which the cloud and the local server both serve', async (context) => {
    const { router } = (await import(`../../cloudfunctions/${context}/router`)) as { readonly router: AnyRouter };
    expect(Object.entries(router).filter(([, one]) => !isProcedure(one as object)).map(([name]) => name)).toEqual([]);
    expect(Object.keys(router).sort()).toEqual(Object.keys(contract[context as keyof typeof contract]).sort());
    expect(existsSync(join(__dirname, '../../cloudfunctions', context, 'index.ts'))).toBe(true);
  });
});

describe('a code', () => {
  const codes = new Map<string, Set<number>>();
  for (const { errors } of procedures) {
    for (const [code, { status }] of Object.entries(errors)) codes.set(code, (codes.get(code) ?? new Set()).add(status ?? 0));
  }

  it('has one HTTP status wherever it is answered, and one that says refused', () => {
    for (const [code, statuses] of codes) {
      expect([code, [...statuses]]).toEqual([code, [httpStatusOf({ ok: false, error: { code } })]]);
      expect([...statuses][0]).toBeGreaterThanOrEqual(400);
    }
    expect(httpStatusOf({ ok: true, data: {} })).toBe(200);
    expect(httpStatusOf({ ok: false, error: { code: 'INTERNAL', ref: '1' } })).toBe(500);
    expect(httpStatusOf({ ok: false, error: { code: 'toString' } })).toBe(500);
  });
});

describe('a change that answers a tap', () => {
  /** Without an id of their own: what they do is the same done twice (a file has its draft's id and its number, a computer its secret). */
  const SAME_DONE_TWICE = ['files.begin', 'files.finish', 'files.discard', 'notices.seen', 'people.actFor', 'desk.begin', 'desk.collect', 'desk.enter'];
  /** What only reads. */
  const READS: Readonly<Record<string, readonly string[]>> = {
    appraisals: ['get', 'mine', 'ofTown', 'remarks'],
    consultations: ['desk', 'get', 'list', 'mine', 'talks', 'toReview'],
    deputies: ['candidates', 'contacts', 'deputy', 'directory', 'forUnit', 'households', 'myOpinions', 'opinion', 'opinions', 'round', 'rounds', 'towns', 'units'],
    desk: ['here', 'look', 'sessions'],
    grids: ['check', 'contactSheet', 'households', 'village'],
    issues: ['destinations', 'exportCsv', 'get', 'mine', 'overdue', 'overview', 'preview', 'queue', 'similar', 'toReview', 'topics', 'village'],
    ledgers: ['branchLedger', 'checkDirectory', 'checkOpening', 'checkScheme', 'directorySheet', 'openingSheet', 'publicationSheet', 'scheme', 'schemeSheet'],
    notices: ['list', 'unread'],
    people: ['applications', 'claims', 'codesToConfirm', 'contacts', 'familyPhones', 'me', 'myData', 'myRequests', 'person', 'places', 'requests', 'search'],
    points: ['branch', 'branches', 'candidates', 'entry', 'items', 'member', 'mine', 'pledgesWaiting', 'publications', 'queue', 'queueAbove', 'vetoes', 'village', 'waiting'],
    roster: ['loads', 'problems', 'progress', 'template'],
    tickets: ['answers', 'check', 'list', 'similar'],
    voting: ['ballot', 'box', 'comments', 'file', 'mine', 'myObjections', 'nearby', 'objections', 'onRoll', 'receipts', 'result', 'roll', 'waiting', 'watched'],
  };
  /** The row of the roll is its idempotency (architecture section 5): no request id may tie a ballot to a tap. */
  const BY_ITS_ROW = ['voting.cast'];

  it('carries a request id, unless doing it twice is doing it once', () => {
    const without = procedures
      .filter(({ input }) => !('requestId' in (input?.shape ?? {})))
      .filter(({ context, name }) => !(READS[context] ?? []).includes(name))
      .map(({ action }) => action)
      .filter((action) => ![...SAME_DONE_TWICE, ...BY_ITS_ROW].includes(action));
    expect(without).toEqual([]);
  });
});
