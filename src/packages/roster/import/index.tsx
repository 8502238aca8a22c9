import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Button, TextButton } from '@/components/button';
import { Card, Section } from '@/components/card';
import { Chip } from '@/components/chip';
import { Loaded } from '@/components/loaded';
import { Row } from '@/components/row';
import { SwitchRow } from '@/components/switch-row';
import { toast } from '@/components/toast';
import { VillagePicker, type PickedVillage } from '@/components/village-picker';
import { formatMoment } from '@/domain/basics/civil-time';
import { SHEET_KINDS, type SheetKind } from '@/domain/roster/sheet';
import { kindName } from '@/domain/wording/roster';
import { useAct } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { usePageData } from '@/hooks/use-page-data';
import { sheetRefusal } from '@/hooks/use-sheet-check';
import { useWide } from '@/hooks/use-wide';
import { DeskPage } from '@/packages/desk/desk-page';
import { MoreSheet } from '@/packages/desk/more-sheet';
import { NoDesk } from '@/packages/desk/no-desk';
import { chooseSheets, type Sheet } from '@/services/choose-sheets';
import { api } from '@/services/client';
import { saveText } from '@/services/save-text';
import { sendOneOf } from '@/services/send-sheet';
import { serverNow } from '@/services/server-clock';
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
  const [one, setOne] = useState(false);
  const [village, setVillage] = useState<PickedVillage>();
  const [more, setMore] = useState(false);
  const wide = useWide();
  const [sent, setSent] = useState(0);
  const check = useAct(
    async (requestId, { files, of }: { readonly files: readonly Sheet[]; readonly of: string }) => {
      // The same tap's files are the same upload: sent again after a lost answer, it is the same check.
      const uploadId = requestId;
      const ids: string[] = [];
      setSent(0);
      for (const [fileNo, sheet] of files.entries()) {
        ids.push(await sendOneOf(uploadId, fileNo, sheet));
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
      bar={area === undefined ? undefined : (
        <Bar
          main={{
            text: '先核对一遍',
            onTap: () => void check.run({ files: sheets, of: one ? village?.code ?? '' : area }),
            reason: sheets.length === 0 ? '先选表格' : one && village === undefined ? '先选是哪个村' : undefined,
            busy: check.busy ? (sent < sheets.length ? `正在传第 ${sent + 1} 个，共 ${sheets.length} 个…` : '正在核对…') : undefined,
          }}
          {...(wide ? {} : { second: { text: '更多', icon: 'grid', onTap: () => setMore(true) } })}
          hint="核对只看不改，改不改由您定"
          error={sheetRefusal(check.error)}
        />
      )}
    >
      <Loaded page={me}>
        {() => (area === undefined ? <NoDesk /> : (
          <>
            <Section title="选表格">
              <Card flush>
                {sheets.map(({ name, path }) => <Row key={path} icon="book" title={name} end="去掉" onTap={() => setSheets(sheets.filter((sheet) => sheet.path !== path))} />)}
                {sheets.length === 0 ? <Row icon="info" tone="plain" title="还没选" line="网格、网格长、户、居民、人员角色五种，xlsx 或 csv 都行" /> : null}
              </Card>
              <Button wide icon="plus" text={sheets.length === 0 ? '选表格' : '再选几个'} onTap={() => void choose()} reason={sheets.length >= MOST_FILES ? `一次最多 ${MOST_FILES} 个` : undefined} />
            </Section>
            <Section title="哪里的表">
              <Card flush><SwitchRow title="只导一个村" line={one ? '没写村的行，都算这个村的；写了别的村的，会拦下来' : '现在按表里写的村分。村里自己的表没有村这一列的，在这里选'} on={one} onChange={(on) => { setOne(on); check.forget(); }} /></Card>
              {one ? <VillagePicker value={village} onChange={(picked) => { setVillage(picked); check.forget(); }} /> : null}
            </Section>
            <Section title="没有现成的？下载空表">
              <View className="l-line l-wrap">{SHEET_KINDS.map((kind) => <Template key={kind} kind={kind} />)}</View>
            </Section>
            <Section title="以前的导入">
              <Loaded page={loads}>{({ items }) => <Card flush>{items.length === 0 ? <Row icon="info" tone="plain" title="还没导过" /> : items.map((load) => <Before key={load.loadId} load={load} />)}</Card>}</Loaded>
            </Section>
          </>
        ))}
      </Loaded>
      <MoreSheet open={more} here="roster" onClose={() => setMore(false)} />
    </DeskPage>
  );
}

function Before({ load: { loadId, files, startedAt, rows, villages, state } }: { readonly load: Awaited<ReturnType<typeof api.roster.loads>>['items'][number] }): ReactNode {
  return <Row icon="clock" title={filesWords(files)} line={`${formatMoment(startedAt, serverNow())}，${rows} 行，${villages.length} 个村`} end={<Chip {...STATE_CHIP[state]} />} onTap={() => openLoad(loadId)} />;
}

function Template({ kind }: { readonly kind: SheetKind }): ReactNode {
  const get = useAct(async () => {
    const { name, csv } = await api.roster.template({ kind });
    return saveText(name, csv);
  }, { done: toast });
  return <TextButton icon="save" text={`${kindName(kind)}表`} onTap={() => void get.run(null)} />;
}

function openLoad(loadId: string): void {
  void Taro.navigateTo({ url: `/packages/roster/load/index?id=${encodeURIComponent(loadId)}` });
}
