import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { goBack } from '@/components/go-back';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { SheetProblems } from '@/components/sheet-problems';
import { toast } from '@/components/toast';
import { TICKET_COLUMNS } from '@/domain/issues/ticket-columns';
import { loadedWords, loadWords } from '@/domain/wording/ticket-list';
import { useAct } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { sheetRefusal, useSheetCheck, type CheckedSheet } from '@/hooks/use-sheet-check';
import { DeskPage } from '@/packages/desk/desk-page';
import { townOfDesk } from '@/packages/desk/desks';
import { NoDesk } from '@/packages/desk/no-desk';
import { api } from '@/services/client';
import { saveText } from '@/services/save-text';
import { isSooner, Rows } from './rows';

type Checked = CheckedSheet<Awaited<ReturnType<typeof api.tickets.check>>>;

/** A hotline's list: looked over, told what is there already, loaded once (EVT-19). */
export default function TicketSheet(): ReactNode {
  const me = useMe();
  const town = townOfDesk(me.data) ?? '';
  /** Which rows are put to a matter that is there, by the ticket's number. */
  const [links, setLinks] = useState<Readonly<Record<string, string>>>({});
  /** Which tickets get less time than they had, by their numbers. */
  const [sooner, setSooner] = useState<readonly string[]>([]);
  const sheet = useSheetCheck((file) => api.tickets.check({ town, file }));
  const { checked } = sheet;
  const load = useAct((requestId, { file, digest }: Checked) => api.tickets.load({ requestId, town, file, digest, links: Object.entries(links).map(([number, issueId]) => ({ number, issueId })), sooner: [...sooner] }), {
    done: (counts) => {
      toast(loadedWords(counts));
      goBack('/packages/town/tickets/index');
    },
    quiet: true,
  });
  const refusal = sheet.error ?? load.error;
  const fresh = checked?.rows.filter(({ known }) => known === undefined).length ?? 0;
  const moved = checked?.rows.filter((row) => row.was !== undefined && (!isSooner(row) || sooner.includes(row.number))).length ?? 0;
  const reason = checked === undefined ? undefined : checked.problems.length > 0 ? '先把表改好' : fresh + moved === 0 ? '都收过了，不用再收' : undefined;

  function pick(): void {
    load.forget();
    setLinks({});
    setSooner([]);
    void sheet.pick();
  }

  function put(number: string, issueId: string | undefined): void {
    const { [number]: _, ...rest } = links;
    setLinks(issueId === undefined ? rest : { ...rest, [number]: issueId });
  }

  function hasten(number: string, on: boolean): void {
    setSooner((before) => [...before.filter((one) => one !== number), ...(on ? [number] : [])]);
  }

  const bar = checked === undefined
    ? <Bar main={{ text: '传工单表', icon: 'handup', busy: sheet.busy ? '正在核对…' : undefined, onTap: pick }} second={{ text: '下载空表', icon: 'save', onTap: () => void saveEmpty() }} hint="先核对，看清了再收" />
    : <Bar main={{ text: loadWords(fresh, moved), reason, busy: load.busy ? '正在收…' : undefined, onTap: () => void load.run(checked) }} second={{ text: '重选', onTap: pick }} hint={checked.name} />;
  return (
    <DeskPage title="传工单表" at="tickets" bar={town === '' ? undefined : bar}>
      <Loaded page={me}>
        {() => (town === '' ? <NoDesk /> : (
          <>
            {refusal === undefined ? null : <Note tone="bad" icon="alert" said="alert" title="没成">{sheetRefusal(refusal)}</Note>}
            {checked === undefined ? <HowTo /> : checked.problems.length > 0 ? <SheetProblems problems={checked.problems} /> : <Rows rows={checked.rows} links={links} onPut={put} sooner={sooner} onSooner={hasten} />}
          </>
        ))}
      </Loaded>
    </DeskPage>
  );
}

function HowTo(): ReactNode {
  return (
    <Note tone="plain" icon="info">
      <View>热线平台导出的表，CSV、XLSX 都行，不用改格式：认得出工单编号、受理时间、办理期限、诉求内容这几列就可以。</View>
      <View>没有“村”这一列的，在地址或者内容里写明是哪个村。</View>
      <View>编号在表格里要是文本。变成 2.02E+17 的，后几位已经丢了，要重新导出。</View>
      <View>同一张表再传一遍，什么也不会变。12345 延了时限的，传新表就跟着改；要提前的，会先问您。</View>
      <View>只能给专人看的，加一列“是否敏感”，填“是”：收进后只有派出所联络员和镇政法委员能看。</View>
    </Note>
  );
}

/** The heading alone, for a town whose tickets come on paper. */
async function saveEmpty(): Promise<void> {
  toast(await saveText('12345工单.csv', `\uFEFF${TICKET_COLUMNS.map(({ names }) => names[0]).join(',')}\r\n`));
}
