/** Who looks at words that the content check gave no answer to, before the village reads them (WX-09). */
import type { CivilDate, PersonId } from '../basics/ids';
import type { Village } from './grid';
import { deskPostOf, type PostKey } from './posts';

/**
 * The village's desk; the town's where nobody else sits at the village's than who wrote them, since nobody shows their own
 * words (ORG-08) and they must not wait for ever.
 */
export function reviewPostOf({ _id, town, desk }: Pick<Village, '_id' | 'town' | 'desk'>, authors: readonly PersonId[], today: CivilDate): PostKey {
  const others = desk.filter(({ personId, since, to }) => !authors.includes(personId) && since <= today && (to === undefined || today <= to));
  return deskPostOf(others.length > 0 ? _id : town);
}
