/** What the command line of the import says. */
import { resolve } from 'node:path';
import type { AreaCode } from '@/domain/areas/code';
import { isAreaCode } from '@/domain/areas/code';
import { ok, refused, type Result } from '@/domain/basics/result';

export interface ImportOptions {
  readonly area: AreaCode;
  readonly files: readonly string[];
  /** Without it nothing but the dry run is done. */
  readonly load: boolean;
  /** A CSV of the published codes to register first. */
  readonly areas?: string;
  /** Only these villages of what the files hold. */
  readonly villages?: readonly AreaCode[];
  /** How many findings are printed. */
  readonly show: number;
}

export const USAGE = `用法：npm run import -- --area <县、镇或村代码> <文件…> [选项]

  --load            核对没有问题的村，接着载入；不写只核对
  --villages a,b    只载入这几个村
  --areas <文件>    先登记公布的区划代码（第一次用）
  --show <n>        最多列出几条问题，默认 50
`;

const SHOWN = 50;

/** Reads the arguments; file names are meant from the folder `from`. The refusal is the word that is not understood. */
export function readOptions(args: readonly string[], from: string): Result<ImportOptions, string> {
  const values = new Map<string, string>();
  const files: string[] = [];
  let load = false;
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    const next = args[at + 1];
    if (word === '--load') load = true;
    else if (['--area', '--areas', '--villages', '--show'].includes(word)) {
      if (next === undefined) return refused(word);
      values.set(word, next);
      at += 1;
    } else if (word.startsWith('-')) return refused(word);
    else files.push(resolve(from, word));
  }
  const area = values.get('--area') ?? '';
  const areas = values.get('--areas');
  const show = Number(values.get('--show') ?? SHOWN);
  if (!isAreaCode(area) || area.length > 12) return refused('--area');
  if (files.length === 0) return refused('<文件>');
  if (!Number.isSafeInteger(show) || show < 0) return refused('--show');
  const villages = values.get('--villages')?.split(',');
  return ok({ area, files, load, show, ...(areas !== undefined && { areas: resolve(from, areas) }), ...(villages !== undefined && { villages }) });
}
