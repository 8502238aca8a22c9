/** The keys of a local installation: from the environment, else made once and kept beside the store. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newSealKeys, sealKeysFrom, type SealKeys } from '@platform/seal';

export async function localKeys(folder: string, env: Readonly<Record<string, string | undefined>>): Promise<SealKeys> {
  if (env.CUNLISHI_SEAL_KEY !== undefined) return sealKeysFrom(env);
  const path = join(folder, 'keys.json');
  await mkdir(folder, { recursive: true });
  try {
    // `wx`: two starts at once agree on the keys of whoever was first.
    await writeFile(path, JSON.stringify(newSealKeys()), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return sealKeysFrom(JSON.parse(await readFile(path, 'utf8')) as Record<string, string>);
}
