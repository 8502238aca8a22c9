/** Where the mini-program's pages live: jsdom or a real browser. */
export interface Backend {
  /** Answers one message of the automator's protocol. */
  handle(method: string, params: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

/** What the page asks of the process around it; both sides are JSON, so that the two backends behave alike. */
export type Bridge = (method: string, params: unknown) => Promise<unknown>;

/** The page's side of the host, as the backends see it. */
export interface HostInPage {
  launch(): void;
  handle(method: string, params: unknown): Promise<unknown>;
  /** An unhandled rejection that the page could not see itself. */
  rejected(reason: unknown): void;
}
