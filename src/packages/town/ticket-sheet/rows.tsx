import type { ReactNode } from 'react';
import { Card, Section } from '@/components/card';
import { CATEGORY_ICON } from '@/components/issue/category-icon';
import { Row } from '@/components/row';
import { SwitchRow } from '@/components/switch-row';
import { formatDue } from '@/domain/basics/civil-time';
import { categoryWords, stageWords } from '@/domain/wording/issues';
import { serverNow } from '@/services/server-clock';
import type { TicketRow } from '@/services/views';

interface RowsProps {
  readonly rows: readonly TicketRow[];
  /** The matters that rows are put to, by the ticket's number. */
  readonly links: Readonly<Record<string, string>>;
  readonly onPut: (number: string, issueId: string | undefined) => void;
}

/** What each row would be: new, there already, or perhaps the same as a matter that is. */
export function Rows({ rows, links, onPut }: RowsProps): ReactNode {
  const known = rows.filter((row) => row.known !== undefined);
  const alike = rows.filter((row) => row.known === undefined && row.alike.length > 0);
  const fresh = rows.filter((row) => row.known === undefined && row.alike.length === 0);
  return (
    <>
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
      {known.length === 0 ? null : <Section title="收过了，不会再收" count={`${known.length} 件`}><Card flush>{known.map((row) => <TicketLine key={row.number} row={row} />)}</Card></Section>}
    </>
  );
}

function TicketLine({ row: { number, category, title, village, answerBy, known } }: { readonly row: TicketRow }): ReactNode {
  const state = known === undefined ? `最晚${formatDue(answerBy, serverNow())}答复` : `编号 ${known.number}`;
  return <Row icon={CATEGORY_ICON[category]} tone="plain" title={title} line={`工单 ${number}，${village}，${categoryWords(category)}，${state}`} />;
}
