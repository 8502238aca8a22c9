/** Acts that are done once and said again later, as a phone does whose line broke: the answer is that of the first time (architecture section 3). */
import type { Somebody } from '../fixtures/village';
import { tap, type System } from './harness';

type Procedure = (input: unknown) => Promise<unknown>;

interface Done {
  readonly name: string;
  readonly who: Somebody;
  readonly input: object;
  readonly answer: unknown;
}

export interface Acts {
  /** Does it once, under a tap of its own unless `input` names one. */
  act<T>(who: Somebody, name: string, input: object): Promise<T>;
  /** The names of all that was done. */
  readonly names: () => readonly string[];
  /** Says everything again, and hands over what was answered then and now. */
  repeat(): Promise<readonly { readonly name: string; readonly first: unknown; readonly again: unknown }[]>;
}

export function actsOn(system: System, context: 'points' | 'appraisals'): Acts {
  const done: Done[] = [];
  const procedure = (who: Somebody, name: string): Procedure => {
    const found = (system.as(who)[context] as unknown as Readonly<Record<string, Procedure>>)[name];
    if (found === undefined) throw new Error(`there is no ${context}.${name}`);
    return found;
  };
  return {
    async act<T>(who: Somebody, name: string, given: object) {
      const input = { requestId: tap(), ...given };
      const answer = await procedure(who, name)(input);
      done.push({ name, who, input, answer });
      return answer as T;
    },
    names: () => [...new Set(done.map(({ name }) => name))].sort(),
    async repeat() {
      const all = [];
      for (const { name, who, input, answer } of done) all.push({ name, first: answer, again: await procedure(who, name)(input).catch((error: unknown) => ({ failed: (error as { readonly code?: string }).code ?? String(error) })) });
      return all;
    },
  };
}

/** The names of a context's procedures that answer a tap. */
export function tapsOf(contract: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(contract).filter(([, procedure]) => {
    const { inputSchema } = (procedure as { readonly '~orpc': { readonly inputSchema?: { readonly shape?: object } } })['~orpc'];
    return 'requestId' in (inputSchema?.shape ?? {});
  }).map(([name]) => name).sort();
}
