/** A member's ledger for tests: the default scheme, entries by item, eyes of made-up people. */
import { startOfDay } from '@/domain/basics/civil-time';
import { defaultScheme } from '@/domain/points/default-scheme';
import type { Entry, Eyes } from '@/domain/points/entry';
import { approved, checked, claimed, type ActSettings, type Facts } from '@/domain/points/entry-acts';
import type { Result } from '@/domain/basics/result';
import { itemOf } from '@/domain/points/scheme';
import { countySettings } from '../../../config/county/settings';

export const SETTINGS = countySettings();
export const ACT: ActSettings = SETTINGS;
export const SCHEME = defaultScheme('610921', 2026, SETTINGS.party);

export const NOW = startOfDay('2026-06-10');

export const VERIFIER: Eyes = { by: 'person-verifier', name: '邓明珠', as: 'GROUP', at: NOW };
export const SECRETARY: Eyes = { by: 'person-secretary', name: '张文德', as: 'SECRETARY', at: NOW };
export const COMMITTEE: Eyes = { by: 'person-committee', name: '何其芳', as: 'COMMITTEE', at: NOW };

let made = 0;
export function facts(item: string, more: Partial<Facts> = {}): Facts {
  made += 1;
  const found = itemOf(SCHEME, item);
  return {
    _id: `entry-${made}`, kind: 'CLAIM', year: 'person-li:2026', personId: 'person-li', name: '李国平', cycle: 2026, branch: '610921107202', town: '610921107',
    on: '2026-06-09', item, itemName: found?.name ?? item, tenths: found?.tenths ?? 0, text: '清了半天沟', photos: [], uploads: [], at: NOW, by: 'person-li', above: false, ...more,
  };
}

export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.reason)}`);
  return result.value;
}

/** Through both pairs of eyes. */
export function posted(item: string, more: Partial<Facts> = {}): Entry {
  return must(approved(must(checked(claimed(facts(item, more), ACT), { kind: 'RIGHT' }, VERIFIER, ACT)), { kind: 'POST' }, SECRETARY));
}
