import type { ReactNode } from 'react';
import { Card, Section } from '@/components/card';
import { Row } from '@/components/row';
import { sheetProblemLine } from '@/domain/wording/sheet-problems';

interface SheetProblemsProps {
  readonly problems: readonly { readonly sheet: string; readonly row?: number | undefined; readonly column?: string | undefined; readonly value?: string | undefined; readonly problem: string }[];
}

/** What is wrong in a workbook, cell by cell as the office sees it. */
export function SheetProblems({ problems }: SheetProblemsProps): ReactNode {
  if (problems.length === 0) return null;
  return (
    <Section title="哪里要改" count={`${problems.length} 处`} countTone="bad">
      <Card flush>{problems.map((problem, index) => <Row key={index} icon="bad" tone="bad" title={sheetProblemLine({ sheet: problem.sheet, problem: problem.problem, ...(problem.row === undefined ? {} : { row: problem.row }), ...(problem.column === undefined ? {} : { column: problem.column }), ...(problem.value === undefined ? {} : { value: problem.value }) })} />)}</Card>
    </Section>
  );
}
