import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Button } from '@/components/button';
import { useAct } from '@/hooks/use-act';
import { isCounty } from '@/packages/desk/desks';
import { api } from '@/services/client';
import { saveText } from '@/services/save-text';

interface ExportProps {
  readonly area: string | undefined;
  readonly month: string;
}

const KINDS = [
  { kind: 'RATES', text: '各村三率汇总' },
  { kind: 'ISSUES', text: '事项清单（不含个人信息）' },
  { kind: 'EVENTS', text: '综治事件表（GB/T 31000）' },
] as const;

/** The month as CSV, without personal data; all pages in one file. The county has figures and no list of matters (rulebook section 11). */
export function Export({ area, month }: ExportProps): ReactNode {
  const kinds = KINDS.filter(({ kind }) => kind === 'RATES' || !isCounty(area));
  const save = useAct(async (_, kind: (typeof KINDS)[number]['kind']) => {
    let after: string | undefined;
    let name = '';
    let csv = '';
    do {
      const page = await api.issues.exportCsv({ month, kind, ...(area === undefined ? {} : { area }), ...(after === undefined ? {} : { after }) });
      name = page.name;
      csv += page.csv;
      after = page.next;
    } while (after !== undefined);
    return saveText(name, csv);
  }, { done: (words) => void Taro.showToast({ title: words, icon: 'none' }) });

  async function choose(): Promise<void> {
    const picked = await Taro.showActionSheet({ itemList: kinds.map(({ text }) => text) }).then(({ tapIndex }) => kinds[tapIndex], () => undefined);
    if (picked !== undefined) await save.run(picked.kind);
  }

  return <Button small icon="save" text="导出汇总" busy={save.busy ? '正在导出…' : undefined} onTap={() => void choose()} />;
}
