/** Reading a county's settings from its files. */
import type * as z from 'zod';
import { ok, refused, type Result } from '../basics/result';
import { contradictions } from './contradictions';
import { lawViolations } from './guard';
import type { SettingsProblem, ShapeProblem } from './problem';
import { countySettingsSchema } from './schema';
import type { CountySettings } from './settings';

/**
 * A county's settings from one or more layers, parsed JSON each: the defaults first, then what the county does otherwise.
 * A later layer wins; objects are merged key by key, lists are replaced whole.
 *
 * Refused with every problem found: unknown or mistyped keys, contradictions, and whatever is laxer than the law.
 */
export function loadSettings(...layers: readonly unknown[]): Result<CountySettings, readonly SettingsProblem[]> {
  const parsed = countySettingsSchema.safeParse(layers.reduce(overlay, {}), { reportInput: true });
  if (!parsed.success) return refused(parsed.error.issues.flatMap(shapeProblems));
  const problems = [...contradictions(parsed.data), ...lawViolations(parsed.data)];
  return problems.length === 0 ? ok(parsed.data) : refused(problems);
}

/** One line a problem, for a log or a start that fails. */
export function describeProblems(problems: readonly SettingsProblem[]): string {
  return problems.map((problem) => `${problem.path}：${problem.words}`).join('\n');
}

function overlay(below: unknown, above: unknown): unknown {
  if (!isRecord(below) || !isRecord(above)) return above;
  // fromEntries defines own keys, so that a `__proto__` in a file stays a key, and is refused as one.
  return Object.fromEntries([
    ...Object.entries(below).filter(([key]) => !Object.hasOwn(above, key)),
    ...Object.entries(above).map(([key, value]) => [key, Object.hasOwn(below, key) ? overlay(below[key], value) : value]),
  ]);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shapeProblems(issue: z.core.$ZodIssue): readonly ShapeProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => shape([...issue.path, key], '没有这一项设置，请检查是不是写错了。'));
  }
  return [shape(issue.path, shapeWords(issue))];
}

function shape(path: readonly PropertyKey[], words: string): ShapeProblem {
  return { kind: 'SHAPE', path: path.map(String).join('.'), words };
}

function shapeWords(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined) return '没有填。';
  switch (issue.code) {
    case 'invalid_type':
      return `应当是${TYPE_WORDS.get(issue.expected) ?? issue.expected}。`;
    case 'too_small':
      return `${SIZE_WORDS.get(issue.origin)?.[0] ?? '不能小于'}${issue.minimum}。`;
    case 'too_big':
      return `${SIZE_WORDS.get(issue.origin)?.[1] ?? '不能大于'}${issue.maximum}。`;
    case 'invalid_value':
      return `只能是：${issue.values.map(String).join('、')}。`;
    case 'custom':
    case 'invalid_format':
      return `${issue.message}。`;
    default:
      return '填得不对。';
  }
}

const SIZE_WORDS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['string', ['字数不能少于', '字数不能多于']],
  ['array', ['项数不能少于', '项数不能多于']],
]);

const TYPE_WORDS: ReadonlyMap<string, string> = new Map([
  ['string', '文字'],
  ['number', '整数'],
  ['int', '整数'],
  ['boolean', 'true 或 false'],
  ['array', '列表'],
  ['tuple', '列表'],
  ['object', '一组设置'],
  ['record', '一组设置'],
]);
