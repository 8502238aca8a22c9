/**
 * What the host answers to, by the name of the message. Parameters come as JSON from the automator, whose own code
 * is what fixes their shape.
 */
export type Messages = Readonly<Record<string, (params: never) => unknown>>;
