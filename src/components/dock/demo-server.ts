/** What the dock asks of the demo server, and how the browser becomes another person's phone. */
import { demoPerson, setDemoPerson } from '@/services/demo';

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly area: string;
}

export interface DemoClock {
  readonly now: number;
  /** The next moment something falls due. */
  readonly next?: number;
}

/** The personas; none where the server is not in demo mode. */
export async function demoPeople(): Promise<readonly DemoPerson[]> {
  try {
    const response = await fetch('/demo/people');
    return response.ok ? ((await response.json()) as readonly DemoPerson[]) : [];
  } catch {
    // No server, or an answer that is no list: no demo.
    return [];
  }
}

export async function demoClock(): Promise<DemoClock> {
  return (await (await fetch('/demo/clock')).json()) as DemoClock;
}

/** Moves the clock; answers when everything that fell due on the way was done. */
export async function moveDemoClock(now: number): Promise<void> {
  const response = await fetch('/demo/clock', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ now }) });
  if (!response.ok) throw new Error(`the clock does not move: ${response.status}`);
}

const ACTING = 'demo:person';
/** What belongs to the device and not to whoever holds it. */
const OF_THE_DEVICE: ReadonlySet<string> = new Set([ACTING, 'mode']);
const PUT_AWAY = 'demo:phone:';

/**
 * Another person takes up another phone: what this one holds (drafts, pages read) is put away under its owner's name, and
 * the other's taken out.
 */
export function becomeAnother(person: string): void {
  const before = demoPerson();
  const held = Object.keys(localStorage).filter((key) => !OF_THE_DEVICE.has(key) && !key.startsWith(PUT_AWAY));
  if (before !== undefined) {
    const entries = held.map((key): [string, string | null] => [key, localStorage.getItem(key)]);
    localStorage.setItem(PUT_AWAY + before, JSON.stringify(Object.fromEntries(entries)));
  }
  for (const key of held) localStorage.removeItem(key);
  const own = JSON.parse(localStorage.getItem(PUT_AWAY + person) ?? '{}') as Readonly<Record<string, string>>;
  for (const [key, value] of Object.entries(own)) localStorage.setItem(key, value);
  setDemoPerson(person);
  // A phone that is taken up opens at its home page.
  window.location.hash = '';
  window.location.reload();
}
