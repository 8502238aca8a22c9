import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Loaded } from '@/components/loaded';
import { Row } from '@/components/row';
import { toast } from '@/components/toast';
import { rosterProblemLine, rosterProblemName } from '@/domain/wording/roster';
import { useAct } from '@/hooks/use-act';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import { readAll } from '@/services/read-all';
import { saveText } from '@/services/save-text';
import type { LoadView, RosterProblem } from '@/services/views';
import { problemsCsv } from './problems-csv';

/** More than this are shown by kind: a column that is wrong is wrong in each of its rows. */
const SHOWN_SINGLY = 40;

type Kind = LoadView['kinds'][number];
type Severity = Kind['severity'];

const TITLES: Readonly<Record<Severity, string>> = { PROBLEM: '哪里要改', WARNING: '请看一眼' };

/** What was found in the sheets: what stops a village first, by sheet and row, or by kind where there is much; and all of it as a table. */
export function Problems({ view: { loadId, kinds } }: { readonly view: LoadView }): ReactNode {
  const listed = kinds.reduce((sum, kind) => sum + kind.listed, 0);
  const save = useAct(async () => saveText('要改的地方.csv', problemsCsv(await readAll((after) => api.roster.problems({ loadId, ...(after === undefined ? {} : { after }) })))), { done: toast });
  return (
    <>
      {listed > SHOWN_SINGLY ? <ByKind loadId={loadId} kinds={kinds} /> : <Singly loadId={loadId} />}
      <Button wide icon="save" text="存成表格，照着改" busy={save.busy ? '正在拿全…' : undefined} onTap={() => void save.run(null)} />
    </>
  );
}

function Singly({ loadId }: { readonly loadId: string }): ReactNode {
  const list = usePages(`roster:${loadId}:problems`, (input) => api.roster.problems({ loadId, ...input }), { keep: false });
  return (
    <Loaded page={list.first}>
      {() => SEVERITIES.map((severity) => {
        const items = list.items.filter((problem) => problem.severity === severity);
        return items.length === 0 ? null : <Section key={severity} title={TITLES[severity]} count={`${items.length} 处`}><Card flush>{items.map((problem, index) => <Line key={index} problem={problem} />)}</Card></Section>;
      })}
    </Loaded>
  );
}

const SEVERITIES: readonly Severity[] = ['PROBLEM', 'WARNING'];

function ByKind({ loadId, kinds }: { readonly loadId: string; readonly kinds: readonly Kind[] }): ReactNode {
  const [open, setOpen] = useState<string>();
  return SEVERITIES.map((severity) => {
    const own = kinds.filter((kind) => kind.severity === severity);
    return own.length === 0 ? null : (
      <Section key={severity} title={TITLES[severity]} count={`${own.reduce((sum, { count }) => sum + count, 0)} 处`}>
        {own.map((kind) => (
          <Card key={kind.problem} flush>
            <Row {...lookOf(severity)} strong title={rosterProblemName(kind.problem)} end={`${kind.count} 处`} label={`${rosterProblemName(kind.problem)}，${kind.count} 处，${open === kind.problem ? '收起' : '展开'}`} onTap={() => setOpen(open === kind.problem ? undefined : kind.problem)} />
            {open === kind.problem ? <OfKind loadId={loadId} kind={kind} /> : null}
          </Card>
        ))}
      </Section>
    );
  });
}

function OfKind({ loadId, kind: { problem, count, listed } }: { readonly loadId: string; readonly kind: Kind }): ReactNode {
  const list = usePages(`roster:${loadId}:problems:${problem}`, (input) => api.roster.problems({ loadId, problem, ...input }), { keep: false });
  return (
    <Loaded page={list.first}>
      {() => (
        <>
          {list.items.map((one, index) => <Line key={index} problem={one} />)}
          {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
          {listed < count && !list.hasMore ? <View className="t-hint">{`还有 ${count - listed} 处一样的没列出来，先改这些。`}</View> : null}
        </>
      )}
    </Loaded>
  );
}

function Line({ problem }: { readonly problem: RosterProblem }): ReactNode {
  return <Row {...lookOf(problem.severity)} title={rosterProblemLine(problem)} />;
}

function lookOf(severity: Severity): { readonly icon: 'bad' | 'info'; readonly tone: 'bad' | 'plain' } {
  return severity === 'PROBLEM' ? { icon: 'bad', tone: 'bad' } : { icon: 'info', tone: 'plain' };
}
