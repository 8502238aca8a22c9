/** What the tests of misuse share: the raw way in, and everything that was ever answered. */
import type { ContextName } from '@/contract';
import type { WireReply } from '@/contract/wire';
import { accountOf, idNumberOf, nameOf, people, phoneOf, type Somebody } from '../../fixtures/village';
import type { System } from '../harness';

export const EVERYBODY = Object.keys(people) as Somebody[];

/** One call as a phone could forge it. */
export function send(system: System, account: string, action: string, input: unknown, more: Readonly<Record<string, unknown>> = {}): Promise<WireReply> {
  const [context = '', procedure = ''] = action.split('.');
  return system.call(account, context as ContextName, { procedure, input, ...more });
}

export function codeOf(reply: WireReply): string {
  return reply.ok ? 'OK' : reply.error.code;
}

/** Sends calls and keeps every answer, word for word. */
export function recorder(system: System) {
  const answers: { readonly by: string; readonly action: string; readonly text: string }[] = [];
  async function ask(account: string, action: string, input: unknown): Promise<Readonly<Record<string, unknown>>> {
    const reply = await send(system, account, action, input);
    answers.push({ by: account, action, text: JSON.stringify(reply) });
    if (!reply.ok) throw new Error(`${action} by ${account}: ${JSON.stringify(reply.error)}`);
    return reply.data as Readonly<Record<string, unknown>>;
  }
  return { answers, ask, as: (who: Somebody) => (action: string, input?: unknown) => ask(accountOf(who), action, input) };
}

export const ALL_IDS = EVERYBODY.map(idNumberOf);
export const ALL_PHONES = EVERYBODY.map(phoneOf);
export const ALL_NAMES = EVERYBODY.map(nameOf);

/** Every row of the audit, oldest first. */
export async function auditRows(system: System) {
  return (await system.store.find('audit', { where: { at: { gte: 0 } }, orderBy: [{ field: 'at', direction: 'asc' }], limit: 100 })).items;
}
