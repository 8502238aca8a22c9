import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Card, Section } from '@/components/card';
import { Note } from '@/components/note';
import { Row } from '@/components/row';
import { sheetProblemLine } from '@/domain/wording/sheet-problems';

interface SheetProblemsProps {
  readonly problems: readonly { readonly sheet: string; readonly row?: number | undefined; readonly column?: string | undefined; readonly value?: string | undefined; readonly problem: string }[];
}

/** More than anybody mends at one go; a sheet with a wrong column has one in each of its rows. */
const SHOWN = 100;

/** What is wrong in a workbook, cell by cell as the office sees it. */
export function SheetProblems({ problems }: SheetProblemsProps): ReactNode {
  if (problems.length === 0) return null;
  return (
    <>
      <Note tone="bad" icon="alert" said="alert" title={`${problems.length} 处要改`}>改好再传一次，这次什么也没有动。</Note>
      <Section title="哪里要改">
        <Card flush>{problems.slice(0, SHOWN).map((problem, index) => <Row key={index} icon="bad" tone="bad" title={sheetProblemLine({ sheet: problem.sheet, problem: problem.problem, ...(problem.row === undefined ? {} : { row: problem.row }), ...(problem.column === undefined ? {} : { column: problem.column }), ...(problem.value === undefined ? {} : { value: problem.value }) })} />)}</Card>
        {problems.length > SHOWN ? <View className="t-hint">{`还有 ${problems.length - SHOWN} 处没列出来，先改这些。`}</View> : null}
      </Section>
    </>
  );
}
