/**
 * Sealed fields and keyed look-ups (PRV-12): AES-256-GCM with the key outside the store, HMAC for finding without
 * opening, and signatures for short-lived links.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { assert } from '@/domain/basics/assert';
import type { EpochMs } from '@/domain/basics/ids';

export interface Sealer {
  /** Seals a field. Twice the same text gives two different seals. */
  seal(text: string): string;
  /** Opens a field. Throws `SealBroken` if it was changed, or sealed with a key that is not here. */
  open(sealed: string): string;
  /** The look-up key of some values, as hex; the same values under another purpose give another key. */
  key(purpose: string, ...parts: readonly string[]): string;
  /** A signature over a purpose, some values and the moment it ends. */
  sign(purpose: string, expiresAt: EpochMs, ...parts: readonly string[]): string;
  /** Whether a signature is ours, for exactly these values, and has not ended. */
  verify(signature: string, now: EpochMs, purpose: string, expiresAt: EpochMs, ...parts: readonly string[]): boolean;
}

/** The keys of an installation; see docs/operations.md for how they are made, kept and changed. */
export interface SealKeys {
  /** The first seals; every one of them opens. */
  readonly seal: readonly { readonly id: string; readonly key: Uint8Array }[];
  /** For look-ups and signatures. Changing it would lose every look-up, so it is apart from the sealing keys. */
  readonly lookup: Uint8Array;
}

/** A sealed field that does not open: changed, cut, or sealed with a key that is not here. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

export function createSealer(keys: SealKeys): Sealer {
  const [current] = keys.seal;
  assert(current !== undefined, 'there is a key to seal with');
  const byId = new Map(keys.seal.map(({ id, key }) => [id, key]));
  const lookupKey = derived(keys.lookup, 'lookup');
  const signingKey = derived(keys.lookup, 'signing');

  function sign(purpose: string, expiresAt: EpochMs, ...parts: readonly string[]): string {
    return createHmac('sha256', signingKey).update(JSON.stringify([purpose, expiresAt, ...parts])).digest('base64url');
  }

  return {
    seal(text) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current.key, iv).setAAD(Buffer.from(current.id));
      const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${current.id}.${sealed.toString('base64url')}`;
    },
    open(sealed) {
      const dot = sealed.indexOf('.');
      const id = sealed.slice(0, Math.max(dot, 0));
      const key = byId.get(id);
      const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url');
      if (key === undefined || bytes.length < IV_BYTES + TAG_BYTES) throw new SealBroken('no key opens this seal');
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES)).setAAD(Buffer.from(id));
        decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
        return decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      } catch (cause) {
        throw new SealBroken('the seal is broken', { cause });
      }
    },
    key(purpose, ...parts) {
      return createHmac('sha256', lookupKey).update(JSON.stringify([purpose, ...parts])).digest('hex');
    },
    sign,
    verify(signature, now, purpose, expiresAt, ...parts) {
      const wanted = Buffer.from(sign(purpose, expiresAt, ...parts));
      const given = Buffer.from(signature);
      return wanted.length === given.length && timingSafeEqual(wanted, given) && now < expiresAt;
    },
  };
}

/**
 * Reads the keys from the environment: `CUNLISHI_SEAL_KEY` is `id:64 hex digits`, older keys after a comma, and
 * `CUNLISHI_LOOKUP_KEY` 64 hex digits. Throws when they are missing or misshapen: nothing starts without them.
 */
export function sealKeysFrom(env: Readonly<Record<string, string | undefined>>): SealKeys {
  const seal = (env.CUNLISHI_SEAL_KEY ?? '').split(',').map((entry) => {
    const match = /^([a-z0-9]{1,12}):([0-9a-f]{64})$/.exec(entry.trim());
    assert(match?.[1] !== undefined && match[2] !== undefined, 'CUNLISHI_SEAL_KEY is `id:64 hex digits`, several with commas between');
    return { id: match[1], key: Buffer.from(match[2], 'hex') };
  });
  const lookup = env.CUNLISHI_LOOKUP_KEY ?? '';
  assert(/^[0-9a-f]{64}$/.test(lookup), 'CUNLISHI_LOOKUP_KEY is 64 hex digits');
  return { seal, lookup: Buffer.from(lookup, 'hex') };
}

/** New keys in the form that the environment holds them in; the local server keeps them beside its store. */
export function newSealKeys(): { readonly CUNLISHI_SEAL_KEY: string; readonly CUNLISHI_LOOKUP_KEY: string } {
  return {
    CUNLISHI_SEAL_KEY: `k1:${randomBytes(KEY_BYTES).toString('hex')}`,
    CUNLISHI_LOOKUP_KEY: randomBytes(KEY_BYTES).toString('hex'),
  };
}

function derived(key: Uint8Array, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `cunlishi ${use}`, KEY_BYTES));
}
