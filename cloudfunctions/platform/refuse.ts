/** Typed refusals for code that stands below a use case and so has no `errors` of a procedure at hand. */
import { ORPCError } from '@orpc/server';
import { base } from '@/contract/common';

/** The codes that every procedure may answer with, and their HTTP statuses; taken from the contract. */
const BASE_ERRORS = base['~orpc'].errorMap;

export type BaseErrorCode = keyof typeof BASE_ERRORS;

/**
 * The error to throw for one of the codes that every procedure shares. A procedure's own codes are thrown through the
 * handler's `errors`, which knows their data.
 */
export function refusal(code: BaseErrorCode, data?: unknown): ORPCError<BaseErrorCode, unknown> {
  return new ORPCError(code, { defined: true, status: BASE_ERRORS[code].status, data });
}

/** `INVALID_INPUT` for one field, where a rule and not the schema found the fault. */
export function invalidField(path: string, problem: string, limit?: number): ORPCError<BaseErrorCode, unknown> {
  return refusal('INVALID_INPUT', { fields: [{ path, problem, ...(limit === undefined ? {} : { limit }) }] });
}
