import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { toast } from '@/components/toast';
import { usePageData } from '@/hooks/use-page-data';
import { DeskChoice } from '../desk-choice';
import { DeskPage } from '../desk-page';
import { areaOfDesk, type Desk } from '../desks';
import { NoDesk } from '../no-desk';
import { useDesk } from '../use-desk';
import { SheetPaper } from './sheet-paper';
import { asText, readSheet, type WholeSheet } from './whole-sheet';

/** The contact sheet of a grid or village: printed from a computer, copied from a phone. */
export default function ContactSheetPage(): ReactNode {
  const { me, homes } = useDesk();
  const [picked, setPicked] = useState<Desk>();
  const desk = picked ?? homes[0];
  const area = desk === undefined ? undefined : areaOfDesk(desk);
  const page = usePageData(`sheet:${area ?? ''}`, () => (area === undefined ? Promise.resolve(undefined) : readSheet(area)), { keep: false });
  return (
    <DeskPage title="联系表" at="sheet" bar={page.data === undefined ? undefined : <Out sheet={page.data} />}>
      <DeskChoice desks={homes} value={desk} onChange={setPicked} />
      <Note tone="plain" icon="lock">只有同意公开的电话写在上面。贴出去以前看一看，用完收好。</Note>
      <Loaded page={me}>
        {() => (desk === undefined ? <NoDesk /> : <Loaded page={page}>{(sheet) => (sheet === undefined ? null : <SheetPaper sheet={sheet} />)}</Loaded>)}
      </Loaded>
    </DeskPage>
  );
}

/** Paper where there is a printer; otherwise text, to be sent to who has one. */
function Out({ sheet }: { readonly sheet: WholeSheet }): ReactNode {
  const copy = { text: '复制', icon: 'save' as const, onTap: () => void copyOut(sheet) };
  if (process.env.TARO_ENV !== 'h5') return <Bar main={{ ...copy, text: '复制整张表' }} hint="发到电脑上就能打印" />;
  return <Bar main={{ text: '打印', icon: 'board', onTap: () => window.print() }} second={copy} />;
}

async function copyOut(sheet: WholeSheet): Promise<void> {
  try {
    await Taro.setClipboardData({ data: asText(sheet) });
    toast('复制好了');
  } catch {
    // The browser did not allow it; the sheet is on the screen and can be printed or marked by hand.
    toast('没复制上，请打印或者截图');
  }
}
