/** The phone's side of the contract: `api.<context>.<procedure>(input)`, typed by it and knowing nothing of its schemas. */
import { createORPCClient, type ClientLink } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '@/contract';
import { ask } from './transport';

/** Procedures are two names deep: the function, then what it is asked. */
const link: ClientLink<Record<never, never>> = {
  call: ([context = '', procedure = ''], input) => ask(context, procedure, input),
};

export const api: ContractRouterClient<Contract> = createORPCClient(link);
