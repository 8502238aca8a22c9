/** The printable contact sheet of a grid or village: who answers, and its households; a phone only where agreed. */
import { isWithin } from '@/domain/areas/code';
import { postOfArea } from '@/domain/grid/posts';
import { areaNameIn, deskOn, holderOn } from '@/domain/grid/tree';
import { contactSheetTitle } from '@/domain/wording/grid-sheet';
import { dutyOfPost } from '@/domain/wording/grid-duties';
import { auditRow } from '@platform/audit';
import { refusal } from '@platform/refuse';
import { householdPage, personsOf } from './household-page';
import { grids } from './os';
import { holderView } from './views';

const PAGE = 50;

export const contactSheet = grids.contactSheet.handler(async ({ input, context }) => {
  const { store, sealer, now, today } = context;
  const { area } = input;
  context.permit('grids.contactSheet', { area });
  const village = area.length < 12 ? undefined : await store.get('villages', area.slice(0, 12));
  if (village === undefined) throw refusal('NOT_FOUND');
  const page = await householdPage(context, area, PAGE, input.after);
  const heads = await personsOf(context, [...new Set(page.items.flatMap(({ headId }) => headId ?? []))], 1);
  await store.insert('audit', auditRow(context, 'grids.contactSheet', { target: `area:${area}`, area }));

  const cells = village.grids.filter((cell) => isWithin(cell.code, area) || isWithin(area, cell.code));
  const posts = [
    ...cells.flatMap((cell) => {
      const holder = holderOn(cell, today);
      return [{ duty: `${cell.name} ${dutyOfPost(postOfArea(cell.code))}`, name: holder?.name ?? '', phone: holder && holderView(holder, sealer).phone }];
    }),
    ...deskOn(village.desk, today).map((officer) => ({ duty: dutyOfPost(postOfArea(village._id)), name: officer.name, phone: holderView(officer, sealer).phone })),
  ];
  return {
    title: contactSheetTitle(village.name, area === village._id ? '' : areaNameIn(village, area)),
    printedAt: now,
    posts: input.after === undefined ? posts : [],
    households: page.items.map(({ number, address, headId, memberIds }) => {
      const head = heads.get(headId ?? '');
      return {
        number,
        address,
        head: head?.name ?? '',
        members: memberIds.length,
        phone: head?.phoneShown && head.phoneSealed !== undefined ? sealer.open(head.phoneSealed) : undefined,
      };
    }),
    next: page.next,
  };
});
