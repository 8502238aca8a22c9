/** What a thrown value becomes for the phone and for the log. */
import { ORPCError } from '@orpc/server';
import type { FieldProblem } from '@/contract/common';
import type { WireError } from '@/contract/wire';
import { FilesUnavailable } from './files';
import { BadCursor, StoreConflict, StoreUnavailable } from './store';

/**
 * The refusal that a thrown value stands for; undefined for what nobody expected, which the phone hears as `INTERNAL`.
 *
 * `StoreDuplicate`, `StoreNotFound` and `UnservedQuery` are unexpected here: a use case that can meet the first two
 * decides about them itself, and the last is a programming error.
 */
export function expectedFailure(thrown: unknown): WireError | undefined {
  if (thrown instanceof ORPCError) return orpcFailure(thrown as ORPCError<string, unknown>);
  if (thrown instanceof StoreConflict) return { code: 'CHANGED_MEANWHILE' };
  if (thrown instanceof StoreUnavailable || thrown instanceof FilesUnavailable) return { code: 'UNAVAILABLE' };
  if (thrown instanceof BadCursor) return { code: 'INVALID_INPUT', data: { fields: [{ path: 'after', problem: 'CURSOR' }] } };
  return undefined;
}

/** What the log may say of an unexpected throw: never the text of an error that could quote what a person wrote. */
export function describeThrown(thrown: unknown): Readonly<Record<string, unknown>> {
  if (!(thrown instanceof Error)) return { error: typeof thrown };
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim());
  const cause = thrown.cause instanceof Error ? { cause: thrown.cause.name, problems: problemsOf(thrown.cause) } : {};
  return { error: thrown.name, ...(speaksOfCode(thrown) ? { message: thrown.message } : {}), ...cause, frames };
}

/** Messages of the engine and of our own invariants speak of code, not of people. */
function speaksOfCode(error: Error): boolean {
  return error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError
    || error.name === 'UnservedQuery' || error.message.startsWith('broken invariant: ');
}

function orpcFailure(error: ORPCError<string, unknown>): WireError | undefined {
  if (error.code === 'BAD_REQUEST' && isRecord(error.data) && Array.isArray(error.data.issues)) {
    return { code: 'INVALID_INPUT', data: { fields: (error.data.issues as readonly SchemaIssue[]).map(fieldProblemOf) } };
  }
  if (!error.defined) return undefined;
  return error.data === undefined ? { code: error.code } : { code: error.code, data: error.data };
}

/** The parts of zod's issues that are read here; they arrive through oRPC as plain data. */
interface SchemaIssue {
  readonly code?: string;
  readonly path?: readonly PropertyKey[];
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly input?: unknown;
  readonly message?: string;
  readonly keys?: readonly string[];
}

function fieldProblemOf(issue: SchemaIssue): FieldProblem {
  const path = (issue.path ?? []).map(String).join('.');
  const counted = issue.origin === 'string' || issue.origin === 'array';
  switch (issue.code) {
    case 'invalid_type':
      return { path, problem: issue.message?.endsWith('received undefined') ? 'REQUIRED' : 'TYPE' };
    case 'too_big':
      return { path, problem: counted ? 'TOO_LONG' : 'TOO_BIG', limit: Number(issue.maximum) };
    case 'too_small':
      return { path, problem: counted ? 'TOO_SHORT' : 'TOO_SMALL', limit: Number(issue.minimum) };
    case 'invalid_value':
    case 'invalid_union':
      return { path, problem: 'CHOICE' };
    case 'unrecognized_keys':
      return { path: issue.keys?.[0] ?? path, problem: 'UNKNOWN' };
    default:
      return { path, problem: 'FORMAT' };
  }
}

/** Where an answer or an input did not fit its schema, without the values. */
function problemsOf(cause: Error): readonly string[] | undefined {
  const issues: unknown = 'issues' in cause ? cause.issues : undefined;
  return Array.isArray(issues) ? (issues as readonly SchemaIssue[]).map((issue) => `${(issue.path ?? []).map(String).join('.')}: ${issue.code ?? '?'}`) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
