/** The demo county: real codes, made-up people, loaded through the roster import itself. */
import { newAccount } from '@/domain/people/binding';
import type { Platform } from '@platform/context';
import { rosterProblemLine } from '@/domain/wording/roster';
import { registerAreas } from '../../cloudfunctions/roster/areas';
import type { Tools } from '../../cloudfunctions/roster/tools';
import type { DemoSize } from '../environment';
import { allFindings, checkFiles, loadChecked } from '../import-run';
import { publishedAreas, sheetsOf, villagesOfSize } from './make-sheets';
import { liveThroughAppraisals } from './appraisals';
import { holdBallots } from './ballots';
import { liveThroughDeputies } from './deputies';
import { liveThroughWeeks } from './issues';
import { isDemoWhole, personaIds, VISITOR } from './people';
import { COUNTY, PERSONAS } from './personas';
import { bindPerson } from './phones';
import { liveThroughPoints } from './points';

/** A town that was loaded, of how many. */
export interface DemoProgress {
  readonly town: string;
  readonly done: number;
  readonly of: number;
}

/**
 * Loads the county of a size, and so many weeks of matters, unless the store holds it; a stopped run goes on where it was. Throws if a made-up sheet has a
 * problem, since then the import or the maker is wrong.
 */
export async function ensureDemoCounty(platform: Platform, size: DemoSize, weeks: number, onTown: (progress: DemoProgress) => void = () => undefined): Promise<void> {
  const { store, sealer, settings, clock } = platform;
  const ids = personaIds(platform);
  if (await isDemoWhole(store)) return;
  await registerAreas(store, publishedAreas());
  const tools: Tools = { store, sealer, settings, clock };
  const towns = villagesOfSize(size);
  for (const [nth, villages] of towns.entries()) {
    const checked = await checkFiles(tools, { loadId: `demo-${villages[0]?.town ?? ''}`, area: COUNTY, files: sheetsOf(villages) });
    const loaded = await loadChecked(tools, checked);
    if ('code' in loaded || loaded.state !== 'LOADED') {
      const [first] = (await allFindings(tools, checked)).filter(({ severity }) => severity === 'PROBLEM');
      throw new Error(`the demo county did not load: ${'code' in loaded ? loaded.code : loaded.state} ${first === undefined ? '' : rosterProblemLine(first)}`);
    }
    onTown({ town: villages[0]?.townName ?? '', done: nth + 1, of: towns.length });
  }
  for (const persona of PERSONAS) {
    const id = ids.get(persona.id);
    if (id !== undefined) await bindPerson(platform, id, persona.binding ?? 'VERIFIED', clock());
  }
  await liveThroughDeputies(platform, ids);
  await liveThroughPoints(platform, ids);
  await liveThroughAppraisals(platform);
  await liveThroughWeeks(platform, size, weeks, ids);
  await holdBallots(platform);
  await store.replace('accounts', newAccount(VISITOR));
}
