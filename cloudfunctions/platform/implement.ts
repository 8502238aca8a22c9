/**
 * How a context implements its part of the contract:
 *
 *     export const issues = implementing(issuesContract);                    // cloudfunctions/issues/os.ts
 *     export const submit = issues.submit.handler(async ({ input, context, errors }) => …);
 *     export const router = issues.router({ submit, … });                    // a missing procedure does not compile
 *
 * Each context imports its own contract only, so that a function's bundle carries no other's schemas.
 */
import type { AnyContractRouter } from '@orpc/contract';
import { implement } from '@orpc/server';
import type { Context } from './context';

export function implementing<C extends AnyContractRouter>(contract: C) {
  return implement(contract).$context<Context>();
}
