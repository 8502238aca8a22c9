/** The HTTP status of each code of the contract, for whoever speaks HTTP. */
import type { AnyContractProcedure } from '@orpc/contract';
import { contract } from '@/contract';
import type { WireReply } from '@/contract/wire';

const STATUSES: ReadonlyMap<string, number> = new Map(
  Object.values(contract).flatMap((context) =>
    Object.values(context as Readonly<Record<string, AnyContractProcedure>>).flatMap((procedure) =>
      Object.entries(procedure['~orpc'].errorMap as Readonly<Record<string, { readonly status: number }>>).map(([code, item]): [string, number] => [code, item.status]),
    ),
  ),
);

/** 200, the code's status in the contract, or 500 for what the contract does not name. */
export function httpStatusOf(reply: WireReply): number {
  return reply.ok ? 200 : (STATUSES.get(reply.error.code) ?? 500);
}
