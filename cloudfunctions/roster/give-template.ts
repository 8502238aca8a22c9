import { COLUMNS } from '@/domain/roster/columns';
import { kindName } from '@/domain/wording/roster';
import { roster } from './os';

/** A sheet to fill in: the columns' names and one made-up line. The BOM makes every office program read it as UTF-8. */
export const giveTemplate = roster.template.handler(({ input, context }) => {
  context.permit('roster.template');
  const columns = COLUMNS[input.kind];
  const lines = [columns.map(({ names, required }) => `${names[0] ?? ''}${required === true ? '（必填）' : ''}`), columns.map(({ sample }) => sample)];
  const csv = `\uFEFF${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`;
  return { name: `${kindName(input.kind)}.csv`, csv };
});

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
