/** What is written of a deed, what is still missing, and how it is sent (PTY-05). */
import type { FieldError } from '@/components/error-summary';
import type { api } from '@/services/client';
import type { PledgeView } from '@/services/views';

/** In place of a pledge: something on the list. */
export const LISTED = 'LISTED';

export interface ClaimForm {
  /** A pledge's id, or `LISTED`; empty while nothing is chosen. */
  readonly forWhat: string;
  /** The list's section, while one of its items is being chosen. */
  readonly section: string;
  readonly item: string;
  readonly text: string;
  /** How much of the pledge's target, as typed. */
  readonly amount: string;
  readonly on: string;
  readonly beneficiaries: string;
  readonly place?: { readonly latitude: number; readonly longitude: number; readonly name: string } | undefined;
}

type Input = Omit<Parameters<typeof api.points.claim>[0], 'requestId' | 'attachments'>;

/** What the question of the pledge begins with: what came with the way here, or the list where there is no pledge. */
export function emptyClaim(today: string, forWhat: string): ClaimForm {
  return { forWhat, section: '', item: '', text: '', amount: '1', on: today, beneficiaries: '' };
}

/** What has to be put right before it can go. */
export function gapsOf({ forWhat, item, text, amount, beneficiaries }: ClaimForm, pledge: PledgeView | undefined, photosWait: string | undefined): readonly FieldError[] {
  return [
    ...(forWhat === '' ? [{ id: 'claim-what', text: '选做的是哪件事' }] : []),
    ...(forWhat !== '' && item === '' ? [{ id: 'claim-item', text: '选算在哪一项' }] : []),
    ...(text.trim() === '' ? [{ id: 'claim-text', text: '写一句做了什么' }] : []),
    ...(pledge !== undefined && whole(amount, 1, 999) === undefined ? [{ id: 'claim-amount', text: `做了几${pledge.unit}，填 1 到 999 的数` }] : []),
    ...(beneficiaries.trim() !== '' && whole(beneficiaries, 0, 100_000) === undefined ? [{ id: 'claim-more', text: '帮到几个人，填数字，或者不填' }] : []),
    ...(photosWait === undefined ? [] : [{ id: 'claim-more', text: photosWait }]),
  ];
}

export function inputOf(form: ClaimForm, pledge: PledgeView | undefined): Input {
  const { item, text, amount, on, beneficiaries, place } = form;
  const helped = whole(beneficiaries, 0, 100_000);
  return {
    item, on, text: text.trim(),
    ...(pledge === undefined ? {} : { pledgeId: pledge.id, amount: whole(amount, 1, 999) ?? 1 }),
    ...(helped === undefined ? {} : { beneficiaries: helped }),
    ...(place === undefined ? {} : { place }),
  };
}

function whole(typed: string, least: number, most: number): number | undefined {
  const value = Number(typed.trim());
  return typed.trim() !== '' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}
