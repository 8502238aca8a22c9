import { formatDateTime } from '@/domain/basics/civil-time';
import { pointsOf } from '@/domain/points/tenths';
import { LEDGER_WORDS } from '@/domain/wording/ledgers';
import { auditRow } from '@platform/audit';
import { refusal } from '@platform/refuse';
import { xlsxOf } from '@platform/sheets/write-xlsx';
import { ledgers } from './os';
import { xlsxFile } from './scheme';

/** One publication as it was shown, with what was objected and answered (PTY-10). */
export const publicationSheet = ledgers.publicationSheet.handler(async ({ input, context }) => {
  const { village, cycle, n } = input;
  const { store } = context;
  context.permit('ledgers.publicationSheet', { area: village });
  const branch = await store.get('branches', village);
  const found = await store.get('pointPublications', `${village}:${cycle}:${n}`);
  if (branch === undefined || found === undefined) throw refusal('NOT_FOUND');
  const { published, objections } = LEDGER_WORDS;
  const title = `${branch.name}${cycle}年第${n}期${published.name}`;
  const bytes = await xlsxOf([
    {
      name: published.name, title, about: `${published.about(found.upTo)}${formatDateTime(found.publishedAt)}`, columns: published.columns, below: [...LEDGER_WORDS.below],
      rows: found.rows.map(({ name, category, base, bonus, deducted, total }, at) => [at + 1, name, category, pointsOf(base), pointsOf(bonus), pointsOf(deducted), pointsOf(total)]),
    },
    {
      name: objections.name, title: `${title}${objections.name}`, columns: objections.columns,
      rows: found.objections.map(({ byName, about, text, at, answer, answeredAt }) => [byName, found.rows.find(({ personId }) => personId === about)?.name, text, formatDateTime(at), answer, answeredAt === undefined ? '' : formatDateTime(answeredAt)]),
    },
  ]);
  await store.insert('audit', auditRow(context, 'ledgers.publicationSheet', { target: `publication:${found._id}`, area: village, detail: { n } }));
  return xlsxFile(title, bytes);
});
