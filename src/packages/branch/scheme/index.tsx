import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Card, Section } from '@/components/card';
import { DataTable } from '@/components/desk/data-table';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Row } from '@/components/row';
import { SheetProblems } from '@/components/sheet-problems';
import { civilDateOf, yearOf } from '@/domain/basics/civil-time';
import { pointsWords, shortDay, signedPoints } from '@/domain/wording/party';
import { useAct } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { useSaveSheet } from '@/hooks/use-save-sheet';
import { sheetRefusal, useSheetCheck, type CheckedSheet } from '@/hooks/use-sheet-check';
import { DeskPage } from '@/packages/desk/desk-page';
import { NoDesk } from '@/packages/desk/no-desk';
import { keepsScheme } from '@/services/branch-duties';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import { useScheme, type Scheme } from '../use-scheme';

type Checked = CheckedSheet<Awaited<ReturnType<typeof api.ledgers.checkScheme>>>;

/** The county's scheme of points: seen here, edited in a workbook, looked over before it is loaded (PTY-02, 03, 07, 08). */
export default function SchemePage(): ReactNode {
  const me = useMe();
  const thisYear = yearOf(civilDateOf(serverNow()));
  const [cycle, setCycle] = useState(thisYear);
  const page = useScheme(cycle);
  const save = useSaveSheet(() => api.ledgers.schemeSheet({ cycle }));
  const sheet = useSheetCheck((file) => api.ledgers.checkScheme({ cycle, file }));
  const { checked } = sheet;
  const load = useAct((requestId, { file, digest, version }: Checked) => api.ledgers.loadScheme({ requestId, cycle, file, digest, version }), { done: () => { sheet.forget(); void page.reload(); }, said: '换上了', quiet: true });
  const refusal = sheetRefusal(sheet.error ?? load.error);

  function choose(): void {
    load.forget();
    void sheet.pick();
  }

  const reason = checked === undefined ? undefined : checked.problems.length > 0 ? '先把表改好' : checked.changes.length === 0 ? '和现在的一样，不用换' : undefined;
  return (
    <DeskPage
      title="积分办法"
      at="scheme"
      bar={!keepsScheme(me.data) ? undefined : checked === undefined
        ? <Bar main={{ text: '传改好的表', icon: 'handup', busy: sheet.busy ? '正在核对…' : undefined, onTap: choose }} second={{ text: '下载表格', icon: 'save', busy: save.busy ? '正在写表…' : undefined, onTap: () => void save.run(null) }} hint="先核对，看清改了什么再换" error={refusal} />
        : <Bar main={{ text: `换上，改 ${checked.changes.length} 处`, reason, busy: load.busy ? '正在换…' : undefined, onTap: () => void load.run(checked) }} second={{ text: '重选', onTap: choose }} hint={checked.name} error={refusal} />}
    >
      <Loaded page={me}>
        {(who) => !keepsScheme(who) ? <NoDesk /> : (
          <>
            <Options label="哪一年" layout="two" options={[thisYear, thisYear + 1].map((year) => ({ value: String(year), title: `${year}年` }))} value={String(cycle)} onChange={(year) => { setCycle(Number(year)); sheet.forget(); }} />
            {checked === undefined ? null : <Dry checked={checked} />}
            <Loaded page={page}>{(scheme) => (scheme === undefined ? null : <Shown scheme={scheme} />)}</Loaded>
          </>
        )}
      </Loaded>
    </DeskPage>
  );
}

/** The dry run: what is wrong, or what would change. */
function Dry({ checked: { problems, changes } }: { readonly checked: Checked }): ReactNode {
  return (
    <>
      <SheetProblems problems={problems} />
      {problems.length > 0 ? null : (
        <Section title="会改什么" count={`${changes.length} 处`}>
          {changes.length === 0 ? <Note tone="ok">和现在的一样。</Note> : (
            <Card><DataTable caption="会改什么" rows={changes} rowKey={({ what }) => what} columns={[{ key: 'what', head: '哪一处', cell: ({ what }) => what }, { key: 'before', head: '现在', cell: ({ before }) => before ?? '没有' }, { key: 'after', head: '改成', cell: ({ after }) => after ?? '去掉' }]} /></Card>
          )}
        </Section>
      )}
    </>
  );
}

function Shown({ scheme: { cycle, version, categories, sections, items, vetoes, bonusCap, max, pledgeFrom, pledgeTo } }: { readonly scheme: Scheme }): ReactNode {
  const sectionName = (id: string) => sections.find((section) => section.id === id)?.name ?? id;
  return (
    <>
      <Note tone="plain" icon="info">{version === 0 ? `${cycle}年还没传过表，用的是通行的办法。` : `${cycle}年第 ${version} 版。`}{`加分最多 ${pointsWords(bonusCap)}，总分最多 ${pointsWords(max)}；承诺在${shortDay(`${cycle}-${pledgeFrom}`)}到${shortDay(`${cycle}-${pledgeTo}`)}之间写。`}</Note>
      <Section title="党员类别"><Card><DataTable caption="党员类别" rows={categories} rowKey={({ category }) => category} columns={[{ key: 'name', head: '类别', cell: ({ category, name }) => `${category} ${name}` }, { key: 'base', head: '基础分', cell: ({ base }) => pointsWords(base), numeric: true }, { key: 'pledges', head: '承诺', cell: ({ min, max: most }) => (min === most ? `${min} 条` : `${min} 到 ${most} 条`) }]} /></Card></Section>
      <Section title="加分扣分的事" count={`${items.length} 项`}><Card><DataTable caption="加分扣分的事" rows={items} rowKey={({ id }) => id} columns={[{ key: 'name', head: '事', cell: ({ name, closed }) => (closed ? `${name}（停用）` : name) }, { key: 'section', head: '栏目', cell: ({ section }) => sectionName(section) }, { key: 'tenths', head: '一次', cell: ({ tenths }) => signedPoints(tenths), numeric: true }, { key: 'cap', head: '一年最多', cell: ({ cap }) => (cap === undefined ? '' : pointsWords(cap)), numeric: true }]} /></Card></Section>
      <Section title="一票否决"><Card flush>{vetoes.map(({ id, name }) => <Row key={id} icon="alert" tone="plain" title={name} />)}</Card></Section>
      <View className="t-hint">开始记分以后，基础分、封顶、栏目都不能再改；可以添新的事，停用旧的。</View>
    </>
  );
}
