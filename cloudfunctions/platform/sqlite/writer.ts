/**
 * The one writer: a queue whose members share durable commits (docs/decisions/0002-store.md).
 *
 * What arrives in one turn of the event loop becomes a group: BEGIN, the members one after another, COMMIT, a flush of the
 * log, and only then every reply, refusals included, since a refusal may rest on what an earlier member of the group wrote.
 * While the flush is under way requests and readers get their turn, and what arrives becomes the next group. A member that
 * fails undoes only itself. If the commit or the engine fails, nobody in the group was written and all are told so. If the
 * flush fails, nobody can know what is on the disk: the store is unavailable from then on.
 */
import { StoreUnavailable } from '../store';
import { EngineFailure, type Connection } from './driver';

export interface WriterLimits {
  /** How long a member may wait for its turn, in ms; then it is refused without having run. */
  readonly queueMs: number;
}

/** Told of each group. */
export interface GroupEvents {
  /** The writing lock is held. */
  readonly onBegin: () => void;
  /** The lock is given up; nothing was written unless `isCommitted`, and what was is not durable yet. */
  readonly onEnd: (isCommitted: boolean) => void;
}

interface Member {
  readonly run: () => unknown;
  readonly since: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** A group ends here even if more is waiting, so that replies leave and readers get their turn. */
const GROUP_MEMBERS = 1000;
const GROUP_MS = 25;

export class Writer {
  private waiting: Member[] = [];
  private draining: Promise<void> | undefined;
  private closed = false;
  private inGroup = false;
  private flushing: Promise<void> | undefined;

  constructor(
    private readonly connection: Connection,
    /** Brings onto the disk what is committed. */
    private readonly flush: () => Promise<void>,
    private readonly limits: WriterLimits,
    private readonly events: GroupEvents,
  ) {}

  /**
   * Queues the work; settles when the commit it shared is durable, or with `StoreUnavailable`.
   *
   * Synchronous work that throws must have left behind only what it wants kept; an asynchronous body keeps
   * what it writes to itself until it has ended well. An `EngineFailure` breaks the whole group.
   */
  submit<T>(run: () => T | Promise<T>): Promise<T> {
    if (this.closed) return Promise.reject(new StoreUnavailable('the store is closed'));
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ run, since: performance.now(), resolve: (value) => resolve(value as T), reject });
      this.draining ??= this.drain();
    });
  }

  /** Whether a group is open, so that its connection shows what is not yet durable. */
  get isWriting(): boolean {
    return this.inGroup;
  }

  /** Settles when everything committed is durable; undefined if it is. Once it has failed it has failed for good. */
  get pending(): Promise<void> | undefined {
    return this.flushing;
  }

  /** Takes no more, and waits for what is queued to be durable, or to have failed. */
  async close(): Promise<void> {
    this.closed = true;
    await this.draining;
  }

  private async drain(): Promise<void> {
    // The rest of this turn's requests arrive before the check phase does, and replies leave between two groups.
    for (await turn(); this.waiting.length > 0; await turn()) {
      const queue = this.waiting.reverse();
      this.waiting = [];
      while (queue.length > 0) {
        await this.commitGroup(queue);
        if (queue.length > 0) await turn();
      }
    }
    this.draining = undefined;
  }

  /** Takes members from the end of the queue, the longest waiting first, and runs them in one commit. */
  private async commitGroup(queue: Member[]): Promise<void> {
    if (this.flushing !== undefined) return refuseAll(queue.splice(0), this.flushing);
    const began = performance.now();
    const taken: Member[] = [];
    const replies: (() => void)[] = [];
    this.inGroup = true;
    try {
      this.connection.exec('BEGIN IMMEDIATE');
      this.events.onBegin();
      for (let member = queue.pop(); member; member = isFull(taken.length, began) ? undefined : queue.pop()) {
        taken.push(member);
        replies.push(await this.runMember(member));
      }
      this.connection.exec('COMMIT');
    } catch (cause) {
      this.rollBack();
      this.events.onEnd(false);
      const failed = new StoreUnavailable('the store could not write', { cause });
      // Where not even BEGIN was possible, nobody who waits now will fare better.
      for (const member of taken.length > 0 ? taken : queue.splice(0)) member.reject(failed);
      return;
    } finally {
      this.inGroup = false;
    }
    this.events.onEnd(true);
    this.flushing = this.flush().catch((cause: unknown) => {
      throw new StoreUnavailable('what was written could not be brought onto the disk', { cause });
    });
    try {
      await this.flushing;
    } catch (unavailable) {
      // The system may have thrown the pages away, so no later flush could be trusted: `flushing` stays as it is.
      for (const member of taken) member.reject(unavailable);
      return;
    }
    this.flushing = undefined;
    for (const reply of replies) reply();
  }

  /** Runs one member; throws only what breaks the group. */
  private async runMember(member: Member): Promise<() => void> {
    if (performance.now() - member.since > this.limits.queueMs) {
      return () => member.reject(new StoreUnavailable(`no turn at the writer within ${this.limits.queueMs} ms`));
    }
    try {
      const result = member.run();
      const value: unknown = result instanceof Promise ? await result : result;
      return () => member.resolve(value);
    } catch (error) {
      if (error instanceof EngineFailure) throw error;
      return () => member.reject(error);
    }
  }

  private rollBack(): void {
    try {
      this.connection.exec('ROLLBACK');
    } catch {
      // SQLite has already rolled back by itself, as it does when the disk is full.
    }
  }
}

async function refuseAll(members: readonly Member[], failed: Promise<void>): Promise<void> {
  try {
    await failed;
  } catch (unavailable) {
    for (const member of members) member.reject(unavailable);
  }
}

function isFull(members: number, began: number): boolean {
  return members >= GROUP_MEMBERS || performance.now() - began >= GROUP_MS;
}

/** Lets everything else that waits for the event loop go first. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
