/** A computer that asks to be signed in, by the requests that its page sends. */
import { randomBytes } from 'node:crypto';
import type { WireReply } from '@/contract/wire';
import { requestId } from './matters';
import type { Stage } from './stage';

export interface OfficeComputer {
  readonly id: string;
  readonly code: string;
  readonly ask: <T>(procedure: string, input: object) => Promise<T>;
}

/** Shows a code, which lives two minutes. */
export async function waitingComputer({ server }: Pick<Stage, 'server'>): Promise<OfficeComputer> {
  const secret = randomBytes(32).toString('base64url');
  async function ask<T>(procedure: string, input: object): Promise<T> {
    const response = await fetch(`${server.url}/fn/desk`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url, 'x-desk': '1', 'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0.0.0 Edg/141.0.0.0' },
      body: JSON.stringify({ procedure, input: { secret, ...input } }),
    });
    const reply = (await response.json()) as WireReply;
    if (!reply.ok) throw new Error(`desk.${procedure}: ${JSON.stringify(reply.error)}`);
    return reply.data as T;
  }
  const { id, code } = await ask<{ readonly id: string; readonly code: string }>('begin', {});
  return { id, code, ask };
}

/** Signs one in by somebody's phone. */
export async function signedInComputer(stage: Stage, name: string): Promise<void> {
  const { id, code, ask } = await waitingComputer(stage);
  await stage.server.ask(await stage.idOf(name), 'desk', 'confirm', { requestId: requestId(), id, code });
  await ask('collect', {});
}
