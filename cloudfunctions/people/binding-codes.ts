/** A code for verified binding: one officer issues it, another confirms it, and it is read out once (architecture section 4). */
import { HOUR_MS } from '@/domain/basics/civil-time';
import { deskOn } from '@/domain/grid/tree';
import { showBindingCode } from '@/domain/people/binding-code';
import { codeConfirmers } from '@/domain/wording/people-codes';
import { areasOf } from '@platform/caller';
import { derivedId } from '@platform/ids';
import { notice, toPost } from '@platform/notices';
import { once } from '@platform/once';
import type { BindingCode } from '@platform/records';
import { refusal } from '@platform/refuse';
import type { Where } from '@platform/store';
import { codeKeyOf, codeOf } from '@platform/code-key';
import { people } from './os';

const SHOWN = 50;

export const issueCode = people.issueCode.handler(async ({ input, context }) => {
  const { caller, store, settings, now, today } = context;
  const codeId = derivedId('code', caller.account, input.requestId);
  const expiresAt = now + settings.binding.codeHours * HOUR_MS;
  const issued = await once(context, 'people.issueCode', input, { target: `person:${input.personId}`, detail: { code: codeId } }, async (tx) => {
    const person = await tx.get('people', input.personId);
    context.permit('people.issueCode', { area: person?.grid, personId: person?._id });
    if (person?.status !== 'ACTIVE' || caller.person === undefined) throw refusal('NOT_FOUND');
    const code: BindingCode = {
      _id: codeId,
      personId: person._id,
      personName: person.name,
      village: person.village,
      issuedBy: caller.person.id,
      issuedByName: caller.person.name,
      issuedAt: now,
      expiresAt,
      waiting: true,
    };
    await tx.insert('bindingCodes', code);
    await tx.insert('notices', notice({ to: toPost(`${person.village}`), kind: 'CODE_TO_CONFIRM', at: now, data: { name: person.name, by: caller.person.name }, cause: codeId }));
    return code;
  }, async () => {
    const code = await store.get('bindingCodes', codeId);
    if (code === undefined) throw refusal('NOT_FOUND');
    context.permit('people.issueCode', { area: code.village, personId: code.personId });
    return code;
  });
  const village = await store.get('villages', issued.village);
  const others = deskOn(village?.desk ?? [], today).filter((officer) => officer.personId !== issued.issuedBy);
  return { codeId, needsConfirmBy: codeConfirmers(others.map(({ name }) => name)), expiresAt: issued.expiresAt };
});

export const codesToConfirm = people.codesToConfirm.handler(async ({ context }) => {
  const { caller, store, now } = context;
  const [area] = areasOf(caller, 'COUNTY_CLERK', 'VILLAGE_DUTY');
  context.permit('people.codesToConfirm', { area });
  const where: Where = area?.length === 12 ? { village: area, waiting: true } : { waiting: true };
  const { items } = await store.find('bindingCodes', { where, orderBy: [{ field: 'issuedAt', direction: 'asc' }], limit: SHOWN });
  const mine = items.filter((code) => code.expiresAt > now && context.may('people.confirmCode', { area: code.village, workOf: [code.issuedBy], personId: code.personId }));
  return { items: mine.map((code) => ({ codeId: code._id, person: code.personName, issuedBy: code.issuedByName, at: code.issuedAt, expiresAt: code.expiresAt })) };
});

export const confirmCode = people.confirmCode.handler(async ({ input, context, errors }) => {
  const { caller, store, sealer, now } = context;
  const confirmedBy = caller.person?.id ?? '';
  const code = codeOf(sealer, input.codeId, confirmedBy);
  const confirmed = await once(context, 'people.confirmCode', input, { target: `code:${input.codeId}` }, async (tx) => {
    const waiting = await tx.get('bindingCodes', input.codeId);
    // Nobody confirms what they issued themselves, nor a code for themselves.
    context.permit('people.confirmCode', { area: waiting?.village, workOf: waiting && [waiting.issuedBy], personId: waiting?.personId });
    if (waiting === undefined) throw refusal('NOT_FOUND');
    if (!waiting.waiting) throw refusal('CHANGED_MEANWHILE');
    if (waiting.expiresAt <= now) throw errors.CODE_EXPIRED();
    const codeKey = codeKeyOf(sealer, code);
    await tx.update('bindingCodes', waiting._id, { set: { waiting: false, confirmedBy } });
    await tx.insert('bindingCodes', { ...waiting, _id: codeKey, waiting: false, confirmedBy, codeKey });
    return waiting;
  }, async () => {
    const before = await store.get('bindingCodes', input.codeId);
    context.permit('people.confirmCode', { area: before?.village, workOf: before && [before.issuedBy], personId: before?.personId });
    if (before === undefined) throw refusal('NOT_FOUND');
    return before;
  });
  return { code: showBindingCode(code), person: confirmed.personName, expiresAt: confirmed.expiresAt };
});
