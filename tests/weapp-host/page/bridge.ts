/** The page's way out: events for the automator, and calls that only the process around it can make. */

/** Tells the automator's clients. Nothing waits for it. */
export function emit(method: string, params: unknown): void {
  void window.weappBridge('event', JSON.stringify({ method, params }));
}

let waiting = 0;

/** How many answers from outside are still to come. */
export function waitingFor(): number {
  return waiting;
}

/** Asks the process around the page. Throws with its words when it failed. */
export async function askOutside<T>(method: string, params: unknown): Promise<T> {
  waiting += 1;
  const answer = JSON.parse(await window.weappBridge(method, JSON.stringify(params)).finally(() => { waiting -= 1; })) as { readonly value: T } | { readonly failure: string };
  if ('failure' in answer) throw new Error(answer.failure);
  return answer.value;
}
