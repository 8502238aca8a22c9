import { useState } from 'react';
import Taro from '@tarojs/taro';
import { SHEET_OFFLINE, unreadableWords } from '@/domain/wording/roster';
import { chooseSheets, type Sheet } from '@/services/choose-sheets';
import { sendSheet, type Uploaded } from '@/services/send-sheet';
import type { AppError } from '@/services/app-error';
import { useAct, words } from './use-act';

/** What the server found in a sheet, with the file that is loaded as it was checked, and its name on the person's disk. */
export type CheckedSheet<C> = C & { readonly file: Uploaded; readonly name: string };

interface SheetCheck<C> {
  readonly checked: CheckedSheet<C> | undefined;
  readonly busy: boolean;
  readonly error: AppError | undefined;
  /** Lets a sheet be chosen, sends it and has it looked over; nothing is loaded by that. Whoever chooses none keeps what they have. */
  readonly pick: () => Promise<void>;
  readonly forget: () => void;
}

/** A sheet that is looked over before it is loaded: it goes to the server once, and what is loaded is what was checked. */
export function useSheetCheck<C extends object>(look: (file: Uploaded) => Promise<C>): SheetCheck<C> {
  const [checked, setChecked] = useState<CheckedSheet<C>>();
  const check = useAct(async (_requestId, sheet: Sheet): Promise<CheckedSheet<C>> => {
    const file = await sendSheet(sheet);
    return { ...(await look(file)), file, name: sheet.name };
  }, { done: show, quiet: true });

  /** What was found stands at the top, and a long page may have been read to its end before. */
  function show(found: CheckedSheet<C>): void {
    setChecked(found);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  }

  function forget(): void {
    setChecked(undefined);
    check.forget();
  }

  async function pick(): Promise<void> {
    const [sheet] = await chooseSheets(1);
    if (sheet === undefined) return;
    setChecked(undefined);
    await check.run(sheet);
  }

  return { checked, busy: check.busy, error: check.error, pick, forget };
}

/** Why a workbook was refused; of one that cannot be read, what to do about it. */
export function sheetRefusal(error: AppError | undefined): string | undefined {
  if (error === undefined) return undefined;
  if (error.code === 'OFFLINE') return SHEET_OFFLINE;
  if (error.code !== 'SHEET_UNREADABLE' || typeof error.data !== 'object' || error.data === null) return words(error);
  return unreadableWords(error.data as { readonly file: string; readonly problem: string });
}
