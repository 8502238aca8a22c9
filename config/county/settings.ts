/** The settings this system starts with: the defaults, with a county's own file laid over them. */
import { describeProblems, loadSettings } from '@/domain/settings/load';
import type { CountySettings } from '@/domain/settings/settings';
import defaults from './default.json';
import hanyin from './hanyin.json';

/**
 * A county's settings; Hanyin's unless another county's file is given. Throws with every problem named: a start on
 * settings that are mistyped or laxer than the law stops here.
 */
export function countySettings(county: unknown = hanyin): CountySettings {
  const loaded = loadSettings(defaults, county);
  if (!loaded.ok) throw new Error(`the county's settings are refused:\n${describeProblems(loaded.reason)}`);
  return loaded.value;
}
