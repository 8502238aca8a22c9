/** Puts a platform together from its parts; what a test or the local server does not choose is as in production. */
import { randomBytes } from 'node:crypto';
import type { Platform } from './context';

export type PlatformParts = Pick<Platform, 'store' | 'settings' | 'sealer' | 'files' | 'wechat'> & Partial<Platform>;

export function createPlatform(parts: PlatformParts): Platform {
  return {
    clock: () => Date.now(),
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    log: (line) => process.stdout.write(`${JSON.stringify(line)}\n`),
    ...parts,
  };
}
