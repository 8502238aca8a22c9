/** What goes wrong between a function and the cloud, on purpose and once each. */

export interface Fault {
  /** For example `database.commitTransaction`. */
  readonly action: string;
  /** Of this collection only. */
  readonly collection?: string;
  readonly kind: FaultKind;
}

/**
 * - `conflict`: refused as a lost race, and the transaction aborted.
 * - `abort`: the server has aborted the transaction by itself, as it does with one that takes too long.
 * - `twice`: delivered and done twice; the second answer is the one that comes back.
 * - `late`: done at once, answered only after the next request was.
 * - `drop`: done, but the line breaks before the answer.
 * - `lose`: the line breaks before anything is done.
 * - `hang`: never answered.
 * - `error`: an HTTP 500.
 */
export type FaultKind = 'conflict' | 'abort' | 'twice' | 'late' | 'drop' | 'lose' | 'hang' | 'error';

export interface FaultyRequest {
  readonly action: string;
  readonly collectionName?: string;
}

/** Faults in waiting; each is used up by the first request it fits. */
export class Faults {
  private readonly waiting: Fault[] = [];

  add(fault: Fault): void {
    this.waiting.push(fault);
  }

  /** How many have not happened: a test that injects one wants none left. */
  get left(): number {
    return this.waiting.length;
  }

  take({ action, collectionName }: FaultyRequest): FaultKind | undefined {
    const at = this.waiting.findIndex((fault) => fault.action === action && (fault.collection === undefined || fault.collection === collectionName));
    return at < 0 ? undefined : this.waiting.splice(at, 1)[0]?.kind;
  }
}
