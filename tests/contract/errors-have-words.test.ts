/** Whatever the server may refuse with, a person can read (architecture section 2.4). */
import type { AnyContractProcedure } from '@orpc/contract';
import { contract } from '@/contract';
import { errorWords, WORDED_CODES } from '@/domain/wording/errors';

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
