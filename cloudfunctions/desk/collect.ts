/**
 * The computer asks how it stands, and takes up the session once a phone said yes. Only the browser that began has the
 * secret. A lost answer is answered again, as long as the session it made still stands.
 */
import { askingState } from '@/domain/people/desk-asking';
import type { Context } from '@platform/context';
import { auditRow } from '@platform/audit';
import { endSession } from '@platform/resolve-desk-caller';
import { refusal } from '@platform/refuse';
import { askingIdOf } from './asking-keys';
import { officerAt, sessionFor, writeSession } from './new-session';
import { desk } from './os';
import { secretKeyOf } from '@platform/browser/claim';

export const collect = desk.collect.handler(async ({ input: { secret }, context }) => {
  context.permit('desk.collect');
  const { store, now } = context;
  const asking = await store.get('deskAskings', askingIdOf(secret));
  if (asking === undefined) throw refusal('NOT_FOUND');
  const state = askingState(asking, now);
  switch (state) {
    case 'WAITING':
    case 'REFUSED':
      return { state };
    case 'EXPIRED':
      return { state: 'OVER' as const };
    case 'USED':
      return (await isStill(context, asking, secret)) ? signedIn(context, asking, secret) : { state: 'OVER' as const };
    case 'CONFIRMED':
      return (await takeUp(context, asking, secret)) ? signedIn(context, asking, secret) : { state: 'OVER' as const };
  }
});

interface Asking {
  readonly _id: string;
  readonly account?: string;
}

/** False where nobody may take it up: somebody has, or who said yes has no office any more. */
async function takeUp(context: Context, { _id }: Asking, secret: string): Promise<boolean> {
  const { store, browser, now } = context;
  const taken = await store.transaction(async (tx) => {
    const asking = await tx.get('deskAskings', _id);
    if (asking?.account === undefined || askingState(asking, now) !== 'CONFIRMED') return false;
    const officer = await officerAt(context, tx, asking.account);
    await tx.update('deskAskings', _id, { set: { state: officer === undefined ? 'REFUSED' : 'USED' } });
    if (officer === undefined) return false;
    await writeSession(context, tx, officer.account, _id, sessionFor(context, officer, { id: _id, secret, browser: asking.browser }));
    const caller = { account: asking.account, person: officer.callerPerson };
    await tx.insert('audit', auditRow({ ...context, caller }, 'desk.collect', { target: `desk:${_id}`, requestId: _id, detail: { site: asking.site } }));
    return true;
  });
  // Whoever sat here before is out: a late answer to them must not bring them back.
  if (taken && browser?.claim !== undefined && browser.claim.session !== _id) await endSession(store, browser.claim);
  return taken;
}

async function isStill({ store, sealer, now }: Context, { _id, account: id }: Asking, secret: string): Promise<boolean> {
  const account = id === undefined ? undefined : await store.get('accounts', id);
  const session = account?.desks?.[_id];
  return session?.secretKey === secretKeyOf(sealer, _id, secret) && now < session.endsAt;
}

function signedIn({ browser, now }: Context, { _id, account = '' }: Asking, secret: string): { readonly state: 'IN' } {
  browser?.signIn({ account, session: _id, secret, seenAt: now });
  return { state: 'IN' };
}
