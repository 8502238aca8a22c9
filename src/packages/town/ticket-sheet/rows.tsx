import type { ReactNode } from 'react';
import { Card, Section } from '@/components/card';
import { CATEGORY_ICON } from '@/components/issue/category-icon';
import { Note } from '@/components/note';
import { Row } from '@/components/row';
import { SwitchRow } from '@/components/switch-row';
import { formatDue } from '@/domain/basics/civil-time';
import { categoryWords, stageWords } from '@/domain/wording/issues';
import { UNRESTRICTED } from '@/domain/wording/ticket-list';
import { serverNow } from '@/services/server-clock';
import type { TicketRow } from '@/services/views';

interface RowsProps {
  readonly rows: readonly TicketRow[];
  /** The matters that rows are put to, by the ticket's number. */
  readonly links: Readonly<Record<string, string>>;
  readonly onPut: (number: string, issueId: string | undefined) => void;
  /** The tickets whose sooner limit is taken over. */
  readonly sooner: readonly string[];
  readonly onSooner: (number: string, on: boolean) => void;
}

/** What each row would be: new, there already, with another limit, or perhaps the same as a matter that is. */
export function Rows({ rows, links, onPut, sooner, onSooner }: RowsProps): ReactNode {
  const moved = rows.filter((row) => row.was !== undefined);
  const known = rows.filter((row) => row.known !== undefined && row.was === undefined);
  const alike = rows.filter((row) => row.known === undefined && row.alike.length > 0);
  const fresh = rows.filter((row) => row.known === undefined && row.alike.length === 0);
  const unrestricted = rows.filter((row) => row.unrestricted).length;
  return (
    <>
      {unrestricted === 0 ? null : <Note tone="bad" said="status" title={UNRESTRICTED.title(unrestricted)}>{UNRESTRICTED.text}</Note>}
      {alike.length === 0 ? null : (
        <Section title="像是报过的，看一看是不是一件" count={`${alike.length} 件`} countTone="you">
          {alike.map((row) => (
            <Card flush key={row.number}>
              <TicketLine row={row} />
              {row.alike.map(({ issueId, number, title, place, stage }) => (
                <SwitchRow key={issueId} title={`是同一件，并到 ${number}`} line={`${title}，${place}，${stageWords(stage)}`} on={links[row.number] === issueId} onChange={(on) => onPut(row.number, on ? issueId : undefined)} />
              ))}
            </Card>
          ))}
        </Section>
      )}
      {fresh.length === 0 ? null : <Section title="新的" count={`${fresh.length} 件`}><Card flush>{fresh.map((row) => <TicketLine key={row.number} row={row} />)}</Card></Section>}
      {moved.length === 0 ? null : (
        <Section title="收过了，12345 改了时限" count={`${moved.length} 件`} countTone="you">
          {moved.map((row) => (
            <Card flush key={row.number}>
              <TicketLine row={row} />
              {isSooner(row) ? <SwitchRow title="照这张表提前" line="旧表里的时限可能已经延过，不确定就不要提前" on={sooner.includes(row.number)} onChange={(on) => onSooner(row.number, on)} /> : null}
            </Card>
          ))}
        </Section>
      )}
      {known.length === 0 ? null : <Section title="收过了，不会再收" count={`${known.length} 件`}><Card flush>{known.map((row) => <TicketLine key={row.number} row={row} />)}</Card></Section>}
    </>
  );
}

function TicketLine({ row }: { readonly row: TicketRow }): ReactNode {
  const { number, category, title, village, restricted, unrestricted, known } = row;
  const line = [`工单 ${number}`, village, categoryWords(category), ...(known?.number === undefined ? [] : [`编号 ${known.number}`]), ...limitOf(row), ...(unrestricted ? [UNRESTRICTED.line] : [])].join('，');
  return <Row icon={restricted && !unrestricted ? 'lock' : CATEGORY_ICON[category]} tone="plain" title={title} line={restricted && known === undefined ? `${line}。收进后只给派出所联络员和镇政法委员看` : line} />;
}

/** By when the hotline waits; of what is there already only where that changes. */
function limitOf({ answerBy, known, was }: TicketRow): readonly string[] {
  const due = formatDue(answerBy, serverNow());
  if (known === undefined) return [`最晚${due}答复`];
  return was === undefined ? [] : [`时限${answerBy < was ? '提前到' : '改为'} ${due}，原来是 ${formatDue(was, serverNow())}`];
}

/** Whether the list would leave less time than there is; nobody is given less unless the desk says so. */
export function isSooner({ answerBy, was }: Pick<TicketRow, 'answerBy' | 'was'>): boolean {
  return was !== undefined && answerBy < was;
}
