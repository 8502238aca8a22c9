/**
 * Files, as a port. A phone has no rights on the storage: it uploads with a ticket into quarantine, the server looks at
 * the bytes and keeps a cleaned copy, and a kept file is read only through a short-lived link.
 */
import type { EpochMs, FileId } from '@/domain/basics/ids';

/** How to send the bytes. With `fileField` the request is a form and the bytes are that field; otherwise they are the body. */
export interface Ticket {
  readonly url: string;
  readonly method: 'PUT' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly fileField?: string;
}

export interface Files {
  /** Lets one file of at most `bytes` be sent into quarantine until `expiresAt`. */
  ticket(file: FileId, terms: { readonly bytes: number; readonly expiresAt: EpochMs }): Promise<Ticket>;
  /** What has arrived in quarantine; undefined while nothing has, or when more than `maxBytes` has. */
  arrived(file: FileId, maxBytes: number): Promise<Uint8Array | undefined>;
  /** Keeps the checked bytes and clears quarantine. Doing it twice leaves the same. */
  keep(file: FileId, bytes: Uint8Array, type: string): Promise<void>;
  /** The bytes of a kept file, for the server's own use. Undefined if it was never kept or is removed. */
  read(file: FileId): Promise<Uint8Array | undefined>;
  /** Links that show kept files until `expiresAt`. Whoever asks has checked that the reader may see them. */
  links(files: readonly FileId[], expiresAt: EpochMs): Promise<Readonly<Record<FileId, string>>>;
  /** Removes files, kept or in quarantine. What is not there is no failure. */
  remove(files: readonly FileId[]): Promise<void>;
}

/** Fails a file operation that may succeed later; `serve` answers `UNAVAILABLE`. */
export class FilesUnavailable extends Error {
  override readonly name = 'FilesUnavailable';
}
