import type { ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Card, Section } from '@/components/card';
import { goBack } from '@/components/go-back';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { SheetProblems } from '@/components/sheet-problems';
import { DIRECTORY_TABLE_NAMES } from '@/domain/deputies/directory-sheet';
import { directoryChangeWords, tableCountWords } from '@/domain/wording/directory-sheet';
import { useAct } from '@/hooks/use-act';
import { useSaveSheet } from '@/hooks/use-save-sheet';
import { sheetRefusal, useSheetCheck, type CheckedSheet } from '@/hooks/use-sheet-check';
import { api } from '@/services/client';
import { deputiesUrl } from '../links';

type Checked = CheckedSheet<Awaited<ReturnType<typeof api.ledgers.checkDirectory>>>;

/** More lines than anybody reads; the counts above say how many there are. */
const SHOWN = 60;

/** A town's directory from a sheet: filled in, looked over, loaded once (DEP-01..03). */
export default function DirectorySheet(): ReactNode {
  const { town = '' } = useRouter().params;
  const save = useSaveSheet(() => api.ledgers.directorySheet({ town }));
  const sheet = useSheetCheck((file) => api.ledgers.checkDirectory({ town, file }));
  const { checked } = sheet;
  const load = useAct((requestId, { file, digest, version }: Checked) => api.ledgers.loadDirectory({ requestId, town, file, digest, version }), { done: () => goBack(deputiesUrl('office', { town })), said: '装进来了，大家看得到', quiet: true });
  const refusal = sheetRefusal(sheet.error ?? load.error);

  function pick(): void {
    load.forget();
    void sheet.pick();
  }

  async function ask(seen: Checked): Promise<void> {
    const { confirm } = await Taro.showModal({ title: '装进来', content: `要改 ${seen.changes.length} 处，装了大家就看得到。`, confirmText: '装进来', cancelText: '再看看' });
    if (confirm) void load.run(seen);
  }

  const reason = checked === undefined ? undefined : checked.problems.length > 0 ? '先把表改好' : checked.changes.length === 0 ? '和现在的一样，不用装' : undefined;
  return (
    <Page
      title="用表格录入"
      wide
      bar={checked === undefined
        ? <Bar main={{ text: '传填好的表', icon: 'handup', busy: sheet.busy ? '正在核对…' : undefined, onTap: pick }} second={{ text: '下载表格', icon: 'save', busy: save.busy ? '正在写表…' : undefined, onTap: () => void save.run(null) }} hint="先核对，看清了再装" error={refusal} />
        : <Bar main={{ text: '装进来', reason, busy: load.busy ? '正在装…' : undefined, onTap: () => void ask(checked) }} second={{ text: '重选', onTap: pick }} hint={checked.name} error={refusal} />}
    >
      {checked === undefined ? <HowTo /> : <Dry checked={checked} />}
    </Page>
  );
}

function HowTo(): ReactNode {
  return (
    <Note tone="plain" icon="info">
      <View>下载的表里已经写好了现在有的联络站、选区和代表，照着往下添，别合并格子。</View>
      <View>新加的代表要填身份证号或后四位；手机号写了，还要在“手机可公开”里写“是”。</View>
      <View>同一张表再装一遍，什么也不会变。空着的格子不动原来的。</View>
    </Note>
  );
}

/** The dry run: what is wrong, or what would be added and changed. */
function Dry({ checked: { problems, counts, changes } }: { readonly checked: Checked }): ReactNode {
  if (problems.length > 0) return <SheetProblems problems={problems} />;
  return (
    <>
      <Section title="读出来的">
        <Card flush>{counts.map(({ table, ...count }) => <Row key={table} icon={table === 'STATIONS' ? 'pin' : table === 'CONSTITUENCIES' ? 'grid' : 'deputy'} tone="plain" title={DIRECTORY_TABLE_NAMES[table]} line={tableCountWords(count)} />)}</Card>
      </Section>
      {changes.length === 0 ? <Note tone="ok">和现在的一样，不用装。</Note> : (
        <Section title="会改什么" count={`${changes.length} 处`}>
          <Card flush>{changes.slice(0, SHOWN).map((change, at) => <Row key={at} icon={change.field === undefined ? 'plus' : 'edit'} tone="plain" {...directoryChangeWords(change)} />)}</Card>
          {changes.length > SHOWN ? <View className="t-hint">{`还有 ${changes.length - SHOWN} 处没列出来`}</View> : null}
        </Section>
      )}
    </>
  );
}
