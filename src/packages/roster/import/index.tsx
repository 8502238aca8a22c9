import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Button, TextButton } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Chip } from '@/components/chip';
import { Note } from '@/components/note';
import { Row } from '@/components/row';
import { toast } from '@/components/toast';
import { formatMoment } from '@/domain/basics/civil-time';
import { SHEET_KINDS, type SheetKind } from '@/domain/roster/sheet';
import { kindName, unreadableWords } from '@/domain/wording/roster';
import { useAct, words } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { usePageData } from '@/hooks/use-page-data';
import { DeskPage } from '@/packages/desk/desk-page';
import type { AppError } from '@/services/app-error';
import { chooseSheets, type Sheet } from '@/services/choose-sheets';
import { api } from '@/services/client';
import { newRequestId } from '@/services/request-id';
import { saveText } from '@/services/save-text';
import { serverNow } from '@/services/server-clock';
import { upload } from '@/services/uploads';
import { filesWords } from '../files-words';
import { STATE_CHIP } from '../state-chip';

/** The contract takes at most this many files at once. */
const MOST_FILES = 10;

/** The clerk's way in: choose the office's sheets, have them checked, and only then load them. */
export default function RosterImport(): ReactNode {
  const me = useMe();
  const area = me.data?.person?.roles.find(({ role }) => role === 'COUNTY_CLERK')?.area;
  const loads = usePageData('roster:loads', () => api.roster.loads(), { keep: false });
  const [sheets, setSheets] = useState<readonly Sheet[]>([]);
  const [sent, setSent] = useState(0);
  const check = useAct(
    async (requestId, { files, of }: { readonly files: readonly Sheet[]; readonly of: string }) => {
      const uploadId = newRequestId();
      const ids: string[] = [];
      for (const [fileNo, { name, path }] of files.entries()) {
        ids.push(await upload({ uploadId, fileNo, purpose: 'ROSTER', path, name }));
        setSent(ids.length);
      }
      return api.roster.check({ requestId, uploadId, files: ids.map((fileId) => ({ fileId })), area: of });
    },
    { done: ({ loadId }) => openLoad(loadId), quiet: true },
  );

  async function choose(): Promise<void> {
    const more = await chooseSheets(MOST_FILES - sheets.length);
    setSheets((before) => [...before, ...more]);
  }

  return (
    <DeskPage
      title="名册导入"
      at="roster"
      bar={(
        <Bar
          main={{
            text: '先核对一遍',
            onTap: () => void (area === undefined ? undefined : check.run({ files: sheets, of: area })),
            reason: sheets.length === 0 ? '先选表格' : undefined,
            busy: check.busy ? (sent < sheets.length ? `正在传第 ${sent + 1} 个，共 ${sheets.length} 个…` : '正在核对…') : undefined,
          }}
          hint="核对只看不改，改不改由您定"
        />
      )}
    >
      {check.error === undefined ? null : <Note tone="bad" icon="alert" said="alert" title="没核对成">{refusalWords(check.error)}</Note>}
      <Section title="选表格">
        <Card flush>
          {sheets.map(({ name, path }) => <Row key={path} icon="policy" title={name} end="去掉" onTap={() => setSheets(sheets.filter((sheet) => sheet.path !== path))} />)}
          {sheets.length === 0 ? <Row icon="info" tone="plain" title="还没选" line="网格、网格长、户、居民、人员角色五种，xlsx 或 csv 都行" /> : null}
        </Card>
        <Button wide icon="plus" text={sheets.length === 0 ? '选表格' : '再选几个'} onTap={() => void choose()} reason={sheets.length >= MOST_FILES ? `一次最多 ${MOST_FILES} 个` : undefined} />
      </Section>
      <Section title="没有现成的？下载空表">
        <View className="l-line l-wrap">{SHEET_KINDS.map((kind) => <Template key={kind} kind={kind} />)}</View>
      </Section>
      <Section title="以前的导入">
        <Card flush>
          {(loads.data?.items ?? []).map((load) => (
            <Row
              key={load.loadId}
              icon="clock"
              title={filesWords(load.files)}
              line={`${formatMoment(load.startedAt, serverNow())}，${load.rows} 行，${load.villages.length} 个村`}
              end={<Chip {...STATE_CHIP[load.state]} />}
              onTap={() => openLoad(load.loadId)}
            />
          ))}
          {loads.data?.items.length === 0 ? <Row icon="info" tone="plain" title="还没导过" /> : null}
        </Card>
      </Section>
    </DeskPage>
  );
}

function Template({ kind }: { readonly kind: SheetKind }): ReactNode {
  const get = useAct(async () => {
    const { name, csv } = await api.roster.template({ kind });
    return saveText(name, csv);
  }, { done: toast });
  return <TextButton icon="save" text={`${kindName(kind)}表`} onTap={() => void get.run(null)} />;
}

function refusalWords(error: AppError): string {
  if (error.code !== 'SHEET_UNREADABLE' || typeof error.data !== 'object' || error.data === null) return words(error);
  return unreadableWords(error.data as { readonly file: string; readonly problem: string });
}

function openLoad(loadId: string): void {
  void Taro.navigateTo({ url: `/packages/roster/load/index?id=${encodeURIComponent(loadId)}` });
}
