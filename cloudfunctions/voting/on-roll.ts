import { belongingOf, isOfBranch } from '@/domain/voting/box';
import { isRollOpen, REPRESENTATIVE_CLOSES_MS } from '@/domain/voting/plan';
import { whyNot } from '@/domain/voting/electorate';
import { rollRowId } from '@platform/ballot-box/roll-row';
import { refusal } from '@platform/refuse';
import { knownBox } from './boxes';
import { voting } from './os';

/** 我在不在名单上: whether the caller is on the roll, why not, and until when it can be put right (VOTE-11, DEP-12). */
export const onRoll = voting.onRoll.handler(async ({ input, context }) => {
  context.permit('voting.onRoll');
  const { store, caller, now } = context;
  const box = await knownBox(context, input.boxId);
  const { person } = caller;
  const unknown = box === undefined || (isOfBranch(box) && !context.may('voting.box', belongingOf(box)));
  if (unknown || person === undefined || box.state === 'DRAWING') throw refusal('NOT_FOUND');
  const correctBy = isRollOpen(box, now) ? box.opensAt - REPRESENTATIVE_CLOSES_MS : undefined;
  const row = await store.get('boxRolls', rollRowId(box._id, box.unit === 'PERSON' ? person.id : person.householdId));
  if (row?.voter === person.id) return { on: true, correctBy };
  const record = await store.get('people', person.id);
  const why = record === undefined ? 'MISSED' : whyNot(box.electorate, record, box.opensAt);
  if (why === undefined && row !== undefined) return { on: false, why: 'NOT_REPRESENTATIVE' as const, representative: row.name, correctBy };
  return { on: false, why: why ?? 'MISSED', correctBy };
});
