import { lastBallot } from '@/domain/consultations/meeting-acts';
import { targetOf } from '@/domain/consultations/target';
import { boxOf } from '@platform/ballot-box/read-box';
import { refusal } from '@platform/refuse';
import { consultations } from './os';
import { detailOf } from './views';

/** One matter from its first words to its result, as far as its reader may see it. */
export const get = consultations.get.handler(async ({ input, context }) => {
  const matter = await context.store.get('consultations', input.consultationId);
  if (matter === undefined) throw refusal('NOT_FOUND');
  context.permit('consultations.get', targetOf(matter));
  const ballot = lastBallot(matter);
  return detailOf(matter, context, ballot === undefined ? undefined : await boxOf(context.store, ballot.boxId));
});
