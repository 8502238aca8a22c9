/** How a desk in a computer's browser is signed in by a phone, and signed out again (docs/decisions/0012-desk-sign-in.md). */
import * as z from 'zod';
import { base, epochMs, id, requestId } from './common';

/**
 * Made by the browser from 32 random bytes, and sent by nobody else: whoever has it takes up the session. The asking's id
 * derives from it, so a repeat of `begin` is the same asking.
 */
const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** The whole code, or its last four digits from whoever scanned the picture. */
const code = z.string().max(20);

const asking = z.object({
  id,
  /** `Edge，Windows 电脑`: what the browser says it is, in our words. */
  browser: z.string(),
  /** The address that stands in the computer's browser. */
  site: z.string(),
  at: epochMs,
  expiresAt: epochMs,
  now: epochMs,
});
export type DeskAskingView = z.infer<typeof asking>;

const session = z.object({
  id,
  browser: z.string(),
  at: epochMs,
  endsAt: epochMs,
  /** The one that asks. */
  here: z.boolean(),
});
export type DeskSessionView = z.infer<typeof session>;

const answering = base.errors({
  /** It ran out, was refused, or was taken up. */
  ASKING_OVER: { status: 410 },
});

export const deskContract = {
  /* --- the computer, before anybody is signed in --- */
  /** `code` is shown beside the picture, `byCode` says whether this server takes codes of its operator. */
  begin: base.errors({ TOO_MANY_WAITING: { status: 429 } }).input(z.object({ secret }))
    .output(z.object({ id, code: z.string(), expiresAt: epochMs, now: epochMs, byCode: z.boolean(), idleMinutes: z.int() })),
  /** How the asking stands; with `IN` the answer carries the session's cookie. */
  collect: base.input(z.object({ secret })).output(z.object({ state: z.enum(['WAITING', 'IN', 'REFUSED', 'OVER']) })),
  /** Signs in with a single-use code instead of a phone, where the server's operator allows it. */
  enter: base.errors({
    CODE_UNKNOWN: { status: 404 },
    CODE_EXPIRED: { status: 410 },
    ON_A_PHONE: { status: 409 },
  }).input(z.object({ secret, code })).output(z.object({ state: z.literal('IN') })),

  /* --- the phone --- */
  /** What it is that would be signed in; by the picture's id, or by the whole code. */
  look: answering.errors({ TOO_MANY_TRIES: { status: 429, data: z.object({ next: epochMs }) } })
    .input(z.union([z.object({ id }), z.object({ code })])).output(asking),
  /** One try: with other digits than the computer shows the asking is over. */
  confirm: answering.errors({ CODE_MISMATCH: { status: 409 } }).input(z.object({ requestId, id, code })).output(z.object({ confirmed: z.boolean() })),
  refuse: answering.input(z.object({ requestId, id })).output(z.object({ refused: z.boolean() })),

  /* --- either --- */
  /** The browser's own session. Asking keeps nothing awake. */
  here: base.output(z.object({ session: id, name: z.string(), now: epochMs, endsAt: epochMs, idleAt: epochMs })),
  /** Signs out the browser that asks. */
  leave: base.input(z.object({ requestId })).output(z.object({ left: z.boolean() })),
  sessions: base.output(z.object({ now: epochMs, items: z.array(session), idleMinutes: z.int(), sessionHours: z.int() })),
  end: base.input(z.object({ requestId, session: id })).output(z.object({ ended: z.boolean() })),
  endAll: base.input(z.object({ requestId })).output(z.object({ ended: z.boolean() })),
};
