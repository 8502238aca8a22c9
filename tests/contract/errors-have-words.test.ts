/** Whatever the server may refuse with, a person can read (architecture section 2.4). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyContractProcedure } from '@orpc/contract';
import { contract } from '@/contract';
import { errorWords, WORDED_CODES } from '@/domain/wording/errors';
import { fieldProblemWords } from '@/domain/wording/field-problems';

/** Every code any procedure declares, and those of the phone and of `serve`. */
function declaredCodes(): readonly string[] {
  const procedures = Object.values(contract).flatMap((context) => Object.values(context as Readonly<Record<string, AnyContractProcedure>>));
  const codes = procedures.flatMap((procedure) => Object.keys(procedure['~orpc'].errorMap as object));
  return [...new Set([...codes, 'INTERNAL', 'OFFLINE', 'TIMEOUT'])].sort();
}

it.each(declaredCodes())('%s has words of its own', (code) => {
  expect(WORDED_CODES).toContain(code);
  expect(errorWords(code, {}, 0)).toMatch(/[一-龥]/);
});

it('shows nothing of an unknown code, not even its name', () => {
  expect(errorWords('toString', undefined, 0)).toBe(errorWords('INTERNAL', undefined, 0));
  expect(errorWords('SQLITE_FULL', undefined, 0)).not.toMatch(/SQL/);
});

it('names the limit in the words', () => {
  expect(errorWords('EXTENSION_TOO_LONG', { maxWorkdays: 3 }, 0)).toContain('3 个工作日');
});

/** Only a request that no phone makes is answered with these. */
const OF_FORGED_REQUESTS = ['CURSOR', 'FORMAT'];

it('every problem of a field that a use case finds has words of its own', () => {
  const folder = join(__dirname, '../../cloudfunctions');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => readFileSync(join(folder, file), 'utf8'));
  const problems = new Set(sources.flatMap((source) => [...source.matchAll(/invalidField\([^,\n]+, '([A-Z_0-9]+)'/g)].map(([, problem = '']) => problem)));
  expect(problems.size).toBeGreaterThan(20);
  const silent = [...problems].filter((problem) => fieldProblemWords([{ path: '', problem }]) === undefined && !OF_FORGED_REQUESTS.includes(problem));
  expect(silent).toEqual([]);
});
