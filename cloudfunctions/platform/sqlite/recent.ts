/**
 * Documents that were lately read by id, so that a village, an account or a person is not fetched and parsed anew at every
 * request. Every reader gets the same one, so it is frozen to its depth.
 *
 * It answers exactly what SQLite would: what the open group writes is shown to that group alone and becomes everybody's
 * with the commit; a commit by another process empties it, which SQLite tells by `data_version`. Of an `unordered`
 * collection it keeps nothing: memory too can tell who came first.
 */
import type { StoredDoc } from '../documents';
import type { Layout } from './layout';

/** Kept in all, by the length of the documents' texts; the oldest go first. A county's villages are 800,000. */
const KEPT_CHARACTERS = 2_000_000;

/** Gets a document's text from a connection. */
type Fetch = () => string | undefined;

const GONE = 'GONE';

export class RecentDocuments {
  private readonly committed = new Map<string, Kept>();
  /** Everything the open group wrote, whether it was kept before or not: whatever is not here is as it was committed. */
  private readonly written = new Map<string, Kept | typeof GONE>();
  private characters = 0;
  private seenVersion: number | undefined;
  private isSure = false;

  /** @param version SQLite's `data_version`, of the connection that writes: it changes when another process has committed. */
  constructor(private readonly version: () => number) {}

  /** A document as everybody may see it; so `fetch` shows nothing of the open group. */
  read(layout: Layout, id: string, fetch: Fetch): StoredDoc | undefined {
    if (layout.unordered) return documentOf(fetch());
    this.beSure();
    const key = keyOf(layout, id);
    return (this.committed.get(key) ?? this.keep(key, keptOf(fetch())))?.document;
  }

  /** A document as the open group sees it. */
  readInGroup(layout: Layout, id: string, fetch: Fetch): StoredDoc | undefined {
    if (layout.unordered) return documentOf(fetch());
    const key = keyOf(layout, id);
    const written = this.written.get(key);
    if (written === GONE) return undefined;
    return (written ?? this.committed.get(key) ?? this.keep(key, keptOf(fetch())))?.document;
  }

  /** Told of everything the open group writes. @param text undefined if the document was removed */
  write(layout: Layout, id: string, text: string | undefined): void {
    if (!layout.unordered) this.written.set(keyOf(layout, id), keptOf(text) ?? GONE);
  }

  /** A group has begun: from here to its end no other process writes. */
  begin(): void {
    this.isSure = false;
    this.beSure();
  }

  /** The group has ended: what it wrote is in the store, or is as if it had never been. */
  end(isCommitted: boolean): void {
    if (!isCommitted) this.clear();
    for (const [key, kept] of this.written) if (this.committed.has(key)) this.keep(key, kept === GONE ? undefined : kept);
    this.written.clear();
  }

  private keep(key: string, kept: Kept | undefined): Kept | undefined {
    this.forget(key);
    if (kept === undefined) return undefined;
    this.committed.set(key, kept);
    this.characters += kept.characters;
    for (const oldest of this.committed.keys()) {
      if (this.characters <= KEPT_CHARACTERS) break;
      this.forget(oldest);
    }
    return kept;
  }

  private forget(key: string): void {
    this.characters -= this.committed.get(key)?.characters ?? 0;
    this.committed.delete(key);
  }

  private clear(): void {
    this.committed.clear();
    this.characters = 0;
  }

  /** Asked once a turn of the event loop: what is asked in the same turn is asked at the same time. */
  private beSure(): void {
    if (this.isSure) return;
    const version = this.version();
    if (version !== this.seenVersion) this.clear();
    this.seenVersion = version;
    this.isSure = true;
    setImmediate(() => {
      this.isSure = false;
    });
  }
}

/** Parsed at the first reading, since what is written is mostly not read again soon. */
class Kept {
  readonly characters: number;
  private parsed: StoredDoc | undefined;

  constructor(private text: string) {
    this.characters = text.length;
  }

  get document(): StoredDoc {
    if (this.parsed === undefined) {
      this.parsed = frozen(JSON.parse(this.text) as StoredDoc);
      this.text = '';
    }
    return this.parsed;
  }
}

function keptOf(text: string | undefined): Kept | undefined {
  return text === undefined ? undefined : new Kept(text);
}

function documentOf(text: string | undefined): StoredDoc | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as StoredDoc);
}

function frozen<T extends object>(value: T): T {
  for (const part of Object.values(value) as readonly unknown[]) if (typeof part === 'object' && part !== null) frozen(part);
  return Object.freeze(value);
}

/** No collection has a tab in its name. */
function keyOf({ collection }: Layout, id: string): string {
  return `${collection}\t${id}`;
}
