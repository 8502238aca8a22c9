import { implementing } from '@platform/implement';
import { refusal } from '@platform/refuse';
import { pointsContract } from '@/contract/points';

/** The `points` part of the contract, to be implemented a file a use case. Where the county has switched points off there is none of it (BUR-08). */
export const points = implementing(pointsContract).use(({ context, next }) => {
  if (!context.settings.modules.points) throw refusal('NOT_FOUND');
  return next();
});
