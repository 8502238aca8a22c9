import type { SheetLine } from '@/domain/roster/sheet';

/** A sheet of a file, whatever the file was saved as. */
export interface OpenSheet {
  readonly name: string;
  /** The lines from the first, some hundred at a time; can be read more than once. */
  readonly batches: () => AsyncIterable<readonly SheetLine[]>;
  /** Whoever reads it must say so or leave it out: the office does not see it. */
  readonly hidden?: true;
  /** The markup that it was read from, where it is one: what surrounds its lines is for who asks about it. */
  readonly markup?: () => AsyncIterable<Uint8Array>;
}
