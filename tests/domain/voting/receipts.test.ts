/** Receipts, their root, the published file and the command that counts it again. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAIN } from '@/domain/voting/box';
import { merkleRoot } from '@/domain/voting/merkle';
import { checkFile, countFile, FILE_FORMAT, type FileProblem, type PublishedFile } from '@/domain/voting/published-file';
import { bucketOf, formatReceipt, isReceipt, readReceipt, receiptOf } from '@/domain/voting/receipt';
import { deputyRule, type CountingRule } from '@/domain/voting/rule';
import { meetingRule } from '@/domain/voting/meetings';
import { shownCounts } from '@/domain/voting/tally';
import { countySettings } from '../../../config/county/settings';
import { fc } from '../../fixtures/properties';
import { seeded } from '../../functions/voting/kit';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a receipt', () => {
  it('has 28 characters, none of which is misread, in seven groups', () => {
    expect(formatReceipt(receiptOf(new Uint8Array(16)))).toBe('0000-0000-0000-0000-0000-0000-00RR'.replace('RR', receiptOf(new Uint8Array(16)).slice(26)));
    fc.assert(fc.property(bytes, (random) => {
      const receipt = receiptOf(random);
      expect(isReceipt(receipt)).toBe(true);
      expect(formatReceipt(receipt)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(readReceipt(formatReceipt(receipt).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(receipt);
    }));
  });

  it('keeps all 128 bits', () => {
    fc.assert(fc.property(bytes, fc.nat(127), (random, bit) => {
      const other = Uint8Array.from(random);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(receiptOf(other).slice(0, 26)).not.toBe(receiptOf(random).slice(0, 26));
    }));
  });

  it('catches every slip in one place and every swap of neighbours', () => {
    fc.assert(fc.property(bytes, fc.nat(27), fc.integer({ min: 1, max: 31 }), (random, at, by) => {
      const receipt = receiptOf(random);
      const slipped = ALPHABET.charAt((ALPHABET.indexOf(receipt.charAt(at)) + by) % 32);
      expect(isReceipt(receipt.slice(0, at) + slipped + receipt.slice(at + 1))).toBe(false);
      const next = receipt.charAt(at + 1);
      if (at < 25 && next !== receipt.charAt(at)) expect(isReceipt(receipt.slice(0, at) + next + receipt.charAt(at) + receipt.slice(at + 2))).toBe(false);
    }));
    expect(readReceipt('7K3F-9QXM-2D')).toBeUndefined();
    // The neighbours that lie farthest apart.
    const far = receiptOf([7, 192, ...new Array<number>(14).fill(0)]);
    expect([far.slice(0, 2), isReceipt(far), isReceipt(`Z0${far.slice(2)}`)]).toEqual(['0Z', true, false]);
  });

  it('leads to a list by its first characters, lists being in order and about as long', () => {
    fc.assert(fc.property(bytes, bytes, fc.integer({ min: 1, max: 96 }), (one, other, buckets) => {
      const [a, b] = [receiptOf(one), receiptOf(other)].sort();
      expect(bucketOf(a ?? '', buckets)).toBeLessThanOrEqual(bucketOf(b ?? '', buckets));
      expect(bucketOf(b ?? '', buckets)).toBeLessThan(buckets);
    }));
    const last = receiptOf(new Array<number>(16).fill(255));
    expect([1, 2, 3, 96].map((buckets) => bucketOf(last, buckets))).toEqual([0, 1, 2, 95]);
    const sizes = new Map<number, number>();
    for (let at = 0; at < 256; at += 1) sizes.set(bucketOf(receiptOf([at, ...new Array<number>(15).fill(7)]), 8), (sizes.get(bucketOf(receiptOf([at, ...new Array<number>(15).fill(7)]), 8)) ?? 0) + 1);
    expect([...sizes.values()]).toEqual(new Array(8).fill(32));
  });
});

describe('the root over the receipts', () => {
  it('is as written down by hand for three', () => {
    const [a, b, c] = ['A', 'B', 'C'].map((leaf) => sha256(`0${leaf}`));
    expect(merkleRoot(['C', 'A', 'B'], sha256)).toBe(sha256(`1${sha256(`1${a}${b}`)}${c}`));
    expect(merkleRoot([], sha256)).toBe(sha256(''));
  });

  it('changes with every receipt added, taken away or changed, and not with their order', () => {
    fc.assert(fc.property(fc.uniqueArray(bytes.map((random) => receiptOf(random)), { minLength: 1, maxLength: 40 }), fc.nat(), bytes, (receipts, at, more) => {
      const root = merkleRoot(receipts, sha256);
      const place = at % receipts.length;
      expect(merkleRoot([...receipts].reverse(), sha256)).toBe(root);
      expect(merkleRoot(receipts.filter((_, index) => index !== place), sha256)).not.toBe(root);
      expect(merkleRoot([...receipts, receiptOf(more)], sha256)).not.toBe(root);
    }));
  });
});

/** The root by its definition: a tree over n leaves is one over the greatest power of two below n, and one over the rest. */
function rootOf(leaves: readonly string[]): string {
  const [only] = leaves;
  if (leaves.length <= 1) return only ?? sha256('');
  const left = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return sha256(`1${rootOf(leaves.slice(0, left))}${rootOf(leaves.slice(left))}`);
}

interface Step {
  readonly side: 'LEFT' | 'RIGHT';
  readonly hash: string;
}

/** What somebody hands over beside a receipt, to show that it is under a root. */
function proofOf(leaves: readonly string[], at: number): readonly Step[] {
  if (leaves.length <= 1) return [];
  const left = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return at < left
    ? [...proofOf(leaves.slice(0, left), at), { side: 'RIGHT', hash: rootOf(leaves.slice(left)) }]
    : [...proofOf(leaves.slice(left), at - left), { side: 'LEFT', hash: rootOf(leaves.slice(0, left)) }];
}

const underRoot = (receipt: string, proof: readonly Step[]) => proof.reduce((hash, step) => sha256(step.side === 'LEFT' ? `1${step.hash}${hash}` : `1${hash}${step.hash}`), sha256(`0${receipt}`));

describe('every number of receipts from 1 to 50', () => {
  it.each(Array.from({ length: 50 }, (_, at) => at + 1))('%i: each is proved to be under the root, and no other is', (count) => {
    const receipts = Array.from({ length: count + 1 }, (_, at) => receiptOf(createHash('md5').update(`${count}:${at}`).digest()));
    const [stranger = '', ...own] = receipts;
    const root = merkleRoot(own, sha256);
    const sorted = [...own].sort();
    const leaves = sorted.map((receipt) => sha256(`0${receipt}`));
    expect(root).toBe(rootOf(leaves));
    for (const [at, receipt] of sorted.entries()) {
      const proof = proofOf(leaves, at);
      expect(proof.length).toBeLessThanOrEqual(6);
      expect(underRoot(receipt, proof)).toBe(root);
      expect(underRoot(stranger, proof)).not.toBe(root);
      // A node is not passed off as a receipt.
      if (proof.length > 0) expect(underRoot(underRoot(receipt, proof.slice(0, 1)), proof.slice(1))).not.toBe(root);
    }
    // Into however many lists they are spread, the lists after one another are the receipts in order.
    for (const lists of [1, 2, 7, 96]) {
      const spread = Array.from({ length: lists }, (_, list) => own.filter((receipt) => bucketOf(receipt, lists) === list).sort());
      expect(spread.flat()).toEqual(sorted);
    }
  });
});

const settings = countySettings();
const RULES: Readonly<Record<string, { readonly rule: CountingRule; readonly codes: readonly string[] }>> = {
  opinion: { rule: { kind: 'OPINION', k: 1 }, codes: ['B', 'C', 'D', 'A'] },
  motion: { rule: { kind: 'MOTION', k: 1, meeting: meetingRule('ASSEMBLY_ADULTS', settings.quorum) }, codes: ['Y', 'N', 'A'] },
  rating: { rule: deputyRule(settings.deputy), codes: ['S', 'B', 'N', 'U'] },
};

function fileOf(kind: keyof typeof RULES, ballots: readonly string[], eligible: number, seed = 0): PublishedFile {
  const { rule, codes } = RULES[kind]!;
  const questions = [{ id: MAIN, text: '问', options: codes.map((code) => ({ code, text: code })) }];
  const receipts = ballots.map((_, at) => receiptOf(createHash('md5').update(`${seed}:${at}`).digest())).sort();
  const base = { rule, questions, eligible, ballots: { [MAIN]: [...ballots].sort() } };
  const { counts, outcome } = countFile(base);
  return {
    format: FILE_FORMAT, box: 'box-1', kind: 'CONSULT', unit: 'PERSON', legalEffect: 'ADVISORY', title: '试', openedOn: '2026-12-01', closedOn: '2026-12-04',
    ...base, receipts, receiptsRoot: merkleRoot(receipts, sha256), counts: shownCounts(rule, counts) ?? counts, outcome,
  };
}

const FILES: readonly (readonly [string, PublishedFile])[] = [
  ['an opinion', fileOf('opinion', [...'BCCCAD'], 20)],
  ['a tie of opinions', fileOf('opinion', [...'BBCCA'], 20)],
  ['a motion that passes', fileOf('motion', [...'YYYYNNA'], 13)],
  ['a motion at its edge', fileOf('motion', [...'YYYNNA'], 11)],
  ['a motion without a quorum', fileOf('motion', [...'YYY'], 10)],
  ['example 6', fileOf('rating', [...'S'.repeat(18), ...'B'.repeat(9), ...'N'.repeat(3), ...'U'.repeat(5)], 400)],
  ['a rating with too few', fileOf('rating', [...'S'.repeat(11)], 400)],
];

/** 1 to 50 ballots, one rule after the other; what is hidden is no file. */
const ANY_NUMBER = Array.from({ length: 50 }, (_, at) => at + 1).map((count): readonly [number, PublishedFile] => {
  const random = seeded(count);
  const kind = Object.keys(RULES)[count % 3] ?? 'opinion';
  const codes = RULES[kind]?.codes ?? [];
  return [count, fileOf(kind, Array.from({ length: count }, () => codes[Math.floor(random() * codes.length)] ?? 'A'), count + Math.floor(random() * count), count)];
}).filter(([, { outcome }]) => outcome.kind !== 'HIDDEN');

const FORGED: readonly (readonly [string, (file: PublishedFile) => PublishedFile, FileProblem])[] = [
  ['a ballot stuffed', (file) => ({ ...file, ballots: { [MAIN]: [...(file.ballots[MAIN] ?? []), 'Z'.replace('Z', file.questions[0]?.options.at(-1)?.code ?? 'A')].sort() } }), 'RECEIPTS_NOT_BALLOTS'],
  ['a receipt taken away', (file) => ({ ...file, receipts: file.receipts.slice(1) }), 'ROOT'],
  ['a receipt put in twice', (file) => ({ ...file, receipts: [file.receipts[0] ?? '', ...file.receipts.slice(0, -1)] }), 'RECEIPT_TWICE'],
  ['a choice changed', (file) => ({ ...file, ballots: { [MAIN]: [file.questions[0]?.options.find(({ code }) => code !== file.ballots[MAIN]?.[0])?.code ?? '', ...(file.ballots[MAIN] ?? []).slice(1)].sort() } }), 'COUNTS'],
  ['more ballots than voters', (file) => ({ ...file, eligible: 2 }), 'MORE_THAN_ELIGIBLE'],
  ['an order that tells something', (file) => ({ ...file, ballots: { [MAIN]: [...(file.ballots[MAIN] ?? [])].reverse() } }), 'NOT_IN_ORDER'],
];

describe('a published file', () => {
  it.each(FILES)('of %s is sound', (_what, file) => expect(checkFile(file, sha256)).toEqual([]));

  it.each(FORGED)('with %s is found out', (_what, forge, problem) => {
    expect(checkFile(forge(fileOf('opinion', [...'BCCCAD'], 20)), sha256)).toContain(problem);
  });

  it('with another outcome or an unknown option is found out', () => {
    const file = fileOf('motion', [...'YYYNNA'], 11);
    expect(checkFile({ ...file, outcome: { kind: 'MOTION', verdict: 'PASSED', neededPresent: 6, neededYes: 4 } }, sha256)).toEqual(['OUTCOME']);
    expect(checkFile({ ...file, ballots: { [MAIN]: [...'NNXYYY'] } }, sha256)).toContain('UNKNOWN_OPTION');
    expect(checkFile({ ...file, receipts: ['0'.repeat(28), ...file.receipts.slice(1)] }, sha256)).toContain('RECEIPT_MISSHAPEN');
    expect(checkFile({ ...file, ballots: { ...file.ballots, more: [...'NNNNNNN'] } }, sha256)).toContain('MORE_THAN_ELIGIBLE');
    expect(checkFile({ ...file, format: 'other' as typeof FILE_FORMAT }, sha256)).toEqual(['FORMAT']);
  });
});

describe('npm run tally, which shares nothing with the system', () => {
  let folder: string;
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'tally-')); });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function tally(file: unknown): Promise<{ readonly code: number; readonly out: string }> {
    const path = join(folder, 'file.json');
    await writeFile(path, JSON.stringify(file));
    return new Promise((resolve) => {
      execFile(process.execPath, [join(__dirname, '../../../local/tally.mjs'), path], (error, out) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out }));
    });
  }

  it.each(FILES)('agrees on %s', async (_what, file) => {
    const { code, out } = await tally(file);
    expect([code, out]).toEqual([0, expect.stringContaining('和公布的一样')]);
  });

  it.each(ANY_NUMBER)('agrees with the server on %i ballots', async (_count, file) => {
    expect(checkFile(file, sha256)).toEqual([]);
    expect((await tally(file)).out).toContain('和公布的一样');
  });

  it.each(FORGED.filter(([what]) => what !== 'an order that tells something'))('finds %s', async (_what, forge) => {
    expect(await tally(forge(fileOf('opinion', [...'BCCCAD'], 20)))).toMatchObject({ code: 1, out: expect.stringContaining('对不上') as unknown });
  });

  it.each(FILES.filter(([, { outcome }]) => outcome.kind !== 'OPINION'))('finds another outcome of %s', async (_what, file) => {
    expect(await tally({ ...file, outcome: { ...file.outcome, verdict: 'NONE' } })).toMatchObject({ code: 1 });
  });
});
