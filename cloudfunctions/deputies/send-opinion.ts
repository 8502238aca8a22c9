import { isInForceOn, isSuspendedOn } from '@/domain/deputies/congress';
import { heard } from '@/domain/deputies/opinion';
import { claim, NO_FILES } from '@platform/attachments';
import { derivedId } from '@platform/ids';
import { once } from '@platform/once';
import { refusal } from '@platform/refuse';
import { countSent, permitSending } from '@platform/sending';
import { congressOf, mandateIn } from './congress-of';
import { deputies } from './os';
import { readText } from '@platform/texts';

/**
 * A villager tells a deputy, or the station, in words, spoken or with photos; also who is on no roll and cannot rate (DEP-12).
 * What is meant for somebody who does not serve, or not now, the station has.
 */
export const sendOpinion = deputies.sendOpinion.handler(async ({ input, context }) => {
  context.permit('deputies.sendOpinion');
  const { store, settings, now, today, caller } = context;
  const { town } = input;
  const { person, account } = caller;
  if (person === undefined) throw refusal('NOT_BOUND');
  const named = input.mandate === undefined ? undefined : (await mandateIn(store, town, input.mandate)).mandate;
  if (named === undefined) await congressOf(store, town);
  const mandate = named !== undefined && isInForceOn(named, today) && !isSuspendedOn(named, today) ? named : undefined;
  const text = readText('text', input.text, settings.text.issueMax, input.attachments?.voice === undefined ? 'NEEDED' : 'OPTIONAL');
  const _id = derivedId('opinion', account, input.requestId);
  const opinion = heard({
    _id, town, text, at: now,
    from: { account, personId: person.id, name: person.name, village: person.village },
    ...(mandate === undefined ? {} : { mandate: mandate.id, deputyId: mandate.personId, deputyName: mandate.name }),
  }, settings.liaison.toEventHours);
  const sortBy = opinion.dueAt ?? now;
  return once(context, 'deputies.sendOpinion', input, { target: `opinion:${_id}`, area: town }, async (tx) => {
    permitSending(context, 'REQUEST');
    await countSent(tx, context, 'REQUEST');
    const files = await claim(tx, context, input.attachments, `opinion:${_id}`);
    await tx.insert('opinions', files === NO_FILES ? opinion : { ...opinion, files });
    return { sortBy };
  }, async () => ({ sortBy: (await store.get('opinions', _id))?.dueAt ?? sortBy }));
});
