import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Field } from '@/components/field';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { signedPoints } from '@/domain/wording/party';
import type { ItemView, PledgeView } from '@/services/views';
import { LISTED, type ClaimForm } from './form';

interface WhatForProps {
  readonly form: ClaimForm;
  readonly onChange: (change: Partial<ClaimForm>) => void;
  readonly pledges: readonly PledgeView[];
  readonly items: readonly ItemView[];
  /** By pledge: the item under which it was reported last. */
  readonly usual: Readonly<Record<string, string>>;
  readonly errors: { readonly what: string | undefined; readonly item: string | undefined };
}

/** For which pledge, or for what on the list; then under which item it counts. No point without one of the two (PTY-05). */
export function WhatFor({ form, onChange, pledges, items, usual, errors }: WhatForProps): ReactNode {
  const { forWhat, section, item } = form;
  const chosen = items.find(({ id }) => id === item);
  const sections = [...new Map(items.map((one) => [one.section, one.sectionName])).entries()];
  const open = section === '' ? chosen?.section : section;

  function chooseWhat(next: string): void {
    const before = usual[next];
    const known = items.some(({ id }) => id === before) ? before : undefined;
    onChange({ forWhat: next, section: '', item: known ?? '' });
  }

  function chooseSection(next: string): void {
    const inIt = items.filter((one) => one.section === next);
    const [only] = inIt;
    onChange({ section: next, item: inIt.length === 1 && only !== undefined ? only.id : '' });
  }

  return (
    <>
      {pledges.length === 0 ? null : (
        <Field id="claim-what" label="做的是哪件事？" error={errors.what}>
          <Options
            label="做的是哪件事"
            value={forWhat === '' ? undefined : forWhat}
            onChange={chooseWhat}
            options={[
              ...pledges.map(({ id, text, done, target, unit }) => ({ value: id, title: text, line: `做了 ${done} / ${target} ${unit}` })),
              { value: LISTED, title: '承诺以外的事', line: '照积分项目报' },
            ]}
          />
        </Field>
      )}
      {forWhat === '' ? null : (
        <Field id="claim-item" label="算在哪一项？" error={errors.item}>
          {items.length === 0 ? <Note tone="plain" icon="info">县里还没有定加分的项目，先问问支部书记。</Note> : null}
          <Options label="哪一类" layout="two" options={sections.map(([value, title]) => ({ value, title }))} value={open} onChange={chooseSection} />
          {open === undefined ? null : (
            <View className="l-stack">
              <Options label="算在哪一项" value={item === '' ? undefined : item} onChange={(next) => onChange({ item: next })} options={items.filter((one) => one.section === open).map((one) => ({ value: one.id, title: one.name, line: itemLine(one) }))} />
            </View>
          )}
        </Field>
      )}
    </>
  );
}

/** What it brings, and what is left of it this year. */
function itemLine({ tenths, left }: ItemView): string {
  const each = `一次 ${signedPoints(tenths)} 分`;
  if (left === undefined) return each;
  return left <= 0 ? `${each}，今年已经加满，照样可以报` : `${each}，今年还能加 ${left / 10} 分`;
}
