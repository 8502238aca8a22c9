import { ORPCError } from '@orpc/server';
import { issuesContract } from '@/contract/issues';
import type { Refusal } from '@/domain/issues/acts';
import { invalidField, refusal } from '@platform/refuse';

/** The codes that acts on an issue can be refused with, and their HTTP statuses; taken from the contract. */
const ACT_ERRORS = issuesContract.accept['~orpc'].errorMap;

/** A rule's refusal as the error of the contract. */
export function refusedAs(reason: Refusal): Error {
  switch (reason.code) {
    case 'FORBIDDEN':
      return refusal('FORBIDDEN');
    case 'INVALID_INPUT':
      return invalidField(reason.path, reason.problem, reason.limit);
    default: {
      const { code, ...data } = reason;
      return new ORPCError(code, { defined: true, status: ACT_ERRORS[code].status, data: Object.keys(data).length === 0 ? undefined : data });
    }
  }
}
