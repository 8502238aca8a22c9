/** What the environment says to the local server, checked once at the start. */
import { resolve } from 'node:path';
import { assert } from '@/domain/basics/assert';

/** How much of the demo county is made up; `off` is no demo at all. */
export type DemoMode = 'village' | 'town' | 'county' | 'off';
export type DemoSize = Exclude<DemoMode, 'off'>;

export interface LocalEnvironment {
  readonly port: number;
  /** Absent: every address of the machine. */
  readonly host?: string;
  /** The folder of the store, the files, the keys and the clock. */
  readonly data: string;
  readonly demo: DemoMode;
  /** Weeks of matters that the demo has behind it when it is made; 0 for a county where nothing has happened yet. */
  readonly demoWeeks: number;
  readonly log: boolean;
  /** Whether an account is held to how much it may send; a measurement reports by the thousand. */
  readonly sendingLimits: boolean;
  /** Whether the demo's county lets branches open points to their villages (PTY-15). */
  readonly pointsForVillages: boolean;
}

const PORT = 3000;
const WEEKS = 4;
const MAX_WEEKS = 8;
const MODES: readonly DemoMode[] = ['village', 'town', 'county', 'off'];

/**
 * Reads `PORT` (0 takes a free one), `HOST`, `CUNLISHI_DATA`, `CUNLISHI_DEMO`, `CUNLISHI_DEMO_WEEKS`, `CUNLISHI_LOG` (`off`)
 * and, heeded in demo mode only, `CUNLISHI_SENDING_LIMITS` (`off`) and `CUNLISHI_POINTS_SCOPE` (`village`). In demo mode anybody
 * who reaches the port can be anybody, so it then listens on this machine only, unless `HOST` says otherwise. Throws for
 * a value that means nothing.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): LocalEnvironment {
  const port = Number(given(env.PORT) ?? PORT);
  assert(Number.isInteger(port) && port >= 0 && port <= 65_535, `PORT is a port, not ${env.PORT ?? ''}`);
  const demo = MODES.find((mode) => mode === (given(env.CUNLISHI_DEMO) ?? 'town'));
  assert(demo !== undefined, `CUNLISHI_DEMO is one of ${MODES.join(', ')}`);
  const demoWeeks = Number(given(env.CUNLISHI_DEMO_WEEKS) ?? WEEKS);
  assert(Number.isInteger(demoWeeks) && demoWeeks >= 0 && demoWeeks <= MAX_WEEKS, `CUNLISHI_DEMO_WEEKS is 0 to ${MAX_WEEKS}`);
  const host = given(env.HOST) ?? (demo === 'off' ? undefined : '127.0.0.1');
  return {
    port, ...(host === undefined ? {} : { host }), data: resolve(given(env.CUNLISHI_DATA) ?? '.local'), demo, demoWeeks, log: env.CUNLISHI_LOG !== 'off',
    sendingLimits: demo === 'off' || env.CUNLISHI_SENDING_LIMITS !== 'off',
    pointsForVillages: demo !== 'off' && env.CUNLISHI_POINTS_SCOPE === 'village',
  };
}

/** An empty variable is one that is not set. */
function given(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}
