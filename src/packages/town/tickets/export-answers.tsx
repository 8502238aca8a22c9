import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Button } from '@/components/button';
import { toast } from '@/components/toast';
import { addCivilMonths, civilDateOf, monthOf } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { saveText } from '@/services/save-text';
import { serverNow } from '@/services/server-clock';

/** How many months back can be exported. */
const MONTHS = 3;

/** The answers to the tickets of a month as one CSV, for the hotline's platform. */
export function ExportAnswers({ town }: { readonly town: string }): ReactNode {
  const save = useAct(async (_, month: string) => {
    let after: string | undefined;
    let name = '';
    let csv = '';
    do {
      const page = await api.tickets.answers({ town, month, ...(after === undefined ? {} : { after }) });
      name = page.name;
      csv += page.csv;
      after = page.next;
    } while (after !== undefined);
    return saveText(name, csv);
  }, { done: toast });

  async function choose(): Promise<void> {
    const thisMonth = monthOf(civilDateOf(serverNow()));
    const months = Array.from({ length: MONTHS }, (_, back) => monthOf(addCivilMonths(`${thisMonth}-01`, -back)));
    const picked = await Taro.showActionSheet({ itemList: months.map((month) => `${Number(month.slice(5))}月受理的`) }).then(({ tapIndex }) => months[tapIndex], () => undefined);
    if (picked !== undefined) await save.run(picked);
  }

  return <Button small icon="save" text="导出答复" busy={save.busy ? '正在导出…' : undefined} onTap={() => void choose()} />;
}
