/** Matters brought to a stage past the screen, for journeys and pictures that begin in the middle. */
import { randomUUID } from 'node:crypto';
import type { WireReply } from '@/contract/wire';
import type { IssueDetail, Me, Receipt, SubmitInput } from '@/services/views';
import type { Stage } from './stage';

export const requestId = (): string => randomUUID().replaceAll('-', '');

/** Somebody's village code. */
export async function villageOf(stage: Stage, name: string): Promise<string> {
  const { person } = await stage.server.ask<Me>(await stage.idOf(name), 'people', 'me');
  if (person === undefined) throw new Error(`${name} is on no roster`);
  return person.village.code;
}

/** Reports as somebody; unless said otherwise an ordinary matter of their own grid for handlers only. */
export async function reported(stage: Stage, name: string, of: Partial<SubmitInput> & { readonly text: string }): Promise<Receipt> {
  return stage.server.ask<Receipt>(await stage.idOf(name), 'issues', 'submit', {
    requestId: requestId(), category: 'SANITATION', urgency: 'NORMAL', place: { kind: 'HOME' }, visibility: 'HANDLERS', nameHidden: false, ...of,
  });
}

/** One act of somebody on a matter: `accept`, `finish`, `handUp`. */
export async function does(stage: Stage, name: string, procedure: string, issueId: string, input: object = {}): Promise<IssueDetail> {
  return stage.server.ask<IssueDetail>(await stage.idOf(name), 'issues', procedure, { requestId: requestId(), issueId, ...input });
}

/** Why the server refused; undefined where it agreed. */
export function refusalOf(reply: WireReply): string | undefined {
  return reply.ok ? undefined : reply.error.code;
}
