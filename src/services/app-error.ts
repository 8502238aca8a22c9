/** A refusal or failure as pages meet it: a stable code, its data, and a number a person can quote. */

interface Parts {
  readonly code: string;
  readonly data?: unknown;
  readonly ref?: string | undefined;
}

/** Codes of the phone's own making: nobody knows whether what was sent arrived. */
const UNSURE: readonly string[] = ['OFFLINE', 'TIMEOUT'];

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: string;
  readonly data: unknown;
  readonly ref: string | undefined;

  constructor({ code, data, ref }: Parts, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.data = data;
    this.ref = ref;
  }

  /** Whether the request may have been lost on the way, so that the same tap should be sent again. */
  get isOffline(): boolean {
    return UNSURE.includes(this.code);
  }

  /** Whether a later try can succeed without anyone changing anything. */
  get isPassing(): boolean {
    return this.isOffline || this.code === 'UNAVAILABLE' || this.code === 'CHANGED_MEANWHILE';
  }

  /** What was thrown, as an `AppError`; anything unknown is a defect of ours and reads as INTERNAL. */
  static from(thrown: unknown): AppError {
    return thrown instanceof AppError ? thrown : new AppError({ code: 'INTERNAL' }, { cause: thrown });
  }
}
