import { ORPCError } from '@orpc/server';
import { consultationsContract } from '@/contract/consultations';
import type { Refusal } from '@/domain/consultations/acts';
import type { TalkRefusal } from '@/domain/consultations/talk';
import { invalidField, refusal } from '@platform/refuse';

/** The codes that acts can be refused with, and their HTTP statuses; taken from the contract. */
const ACT_ERRORS = consultationsContract.answer['~orpc'].errorMap;

/** A rule's refusal as the error of the contract. */
export function refusedAs(reason: Refusal | TalkRefusal): Error {
  switch (reason.code) {
    case 'FORBIDDEN':
    case 'NOT_FOUND':
      return refusal(reason.code);
    case 'INVALID_INPUT':
      return invalidField(reason.path, reason.problem);
    default: {
      const { code, ...data } = reason;
      return new ORPCError(code, { defined: true, status: ACT_ERRORS[code].status, data: Object.keys(data).length === 0 ? undefined : data });
    }
  }
}
