/** Files in two folders of the local machine: quarantine for what was sent, kept for what was checked. */
import { open, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from '@/domain/basics/assert';
import type { EpochMs, FileId } from '@/domain/basics/ids';
import { FilesUnavailable, type Files } from '../files';
import type { Sealer } from '../seal';

/** The file port, and the two doors by which HTTP reaches it. */
export interface DiskFiles extends Files {
  /** Takes the bytes of an upload; what they were refused for, or nothing. What comes after a file is kept is not looked at. */
  receive(file: FileId, ticket: TicketQuery, body: Uint8Array, now: EpochMs): Promise<'TICKET' | 'SIZE' | undefined>;
  /** How many bytes a ticket allows; undefined if it is not ours or has ended. */
  allowance(file: FileId, ticket: TicketQuery, now: EpochMs): number | undefined;
  /** The kept file a link shows; undefined if the link is not ours, has ended, or its file is gone. */
  show(file: FileId, link: LinkQuery, now: EpochMs): Promise<Uint8Array | undefined>;
}

export interface TicketQuery {
  readonly bytes: number;
  readonly expiresAt: EpochMs;
  readonly signature: string;
}

export interface LinkQuery {
  readonly expiresAt: EpochMs;
  readonly signature: string;
}

/** The ids this system makes; nothing else becomes a path. */
const SHAPE = /^[A-Za-z0-9_-]{1,80}$/;

/** @param folder where `quarantine/` and `kept/` are made. */
export function diskFiles(folder: string, sealer: Sealer): DiskFiles {
  const quarantined = (file: FileId): string => join(folder, 'quarantine', checked(file));
  const kept = (file: FileId): string => join(folder, 'kept', checked(file));

  return {
    ticket(file, { bytes, expiresAt }) {
      const signature = sealer.sign('upload', expiresAt, file, String(bytes));
      const url = `/files/upload/${checked(file)}?b=${bytes}&e=${expiresAt}&s=${signature}`;
      return Promise.resolve({ url, method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, fields: {} });
    },
    async arrived(file, maxBytes) {
      const path = quarantined(file);
      const size = await sizeOf(path);
      return size === undefined || size > maxBytes ? undefined : readIfThere(path);
    },
    async keep(file, bytes) {
      await write(kept(file), bytes);
      await rm(quarantined(file), { force: true });
    },
    read: (file) => readIfThere(kept(file)),
    links(files, expiresAt) {
      return Promise.resolve(Object.fromEntries(files.map((file) => [file, `/files/${checked(file)}?e=${expiresAt}&s=${sealer.sign('file', expiresAt, file)}`])));
    },
    async remove(files) {
      for (const file of files) {
        await rm(quarantined(file), { force: true });
        await rm(kept(file), { force: true });
      }
    },
    allowance(file, { bytes, expiresAt, signature }, now) {
      return SHAPE.test(file) && sealer.verify(signature, now, 'upload', expiresAt, file, String(bytes)) ? bytes : undefined;
    },
    async receive(file, ticket, body, now) {
      const allowed = this.allowance(file, ticket, now);
      if (allowed === undefined) return 'TICKET';
      if (body.length !== allowed) return 'SIZE';
      // Once a file is kept its ticket is spent: nobody slips other bytes in behind the check, and a repeat does no harm.
      if ((await sizeOf(kept(file))) !== undefined) return undefined;
      await write(quarantined(file), body);
      return undefined;
    },
    async show(file, { expiresAt, signature }, now) {
      if (!SHAPE.test(file) || !sealer.verify(signature, now, 'file', expiresAt, file)) return undefined;
      return readIfThere(kept(file));
    },
  };
}

function checked(file: FileId): string {
  assert(SHAPE.test(file), 'a file id has no characters that mean something in a path');
  return file;
}

/** Whole or not at all: a killed process leaves no half a file under the name. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  try {
    await mkdir(join(path, '..'), { recursive: true });
    const handle = await open(part, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, path);
  } catch (cause) {
    await rm(part, { force: true });
    throw new FilesUnavailable('a file could not be written', { cause });
  }
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new FilesUnavailable('a file could not be read', { cause: error });
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new FilesUnavailable('a file could not be looked at', { cause: error });
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
