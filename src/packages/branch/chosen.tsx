import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { cx } from '@/components/class-names';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';

interface Chosen {
  /** Of those that can be chosen, in their order. */
  readonly keys: readonly string[];
  readonly has: (key: string) => boolean;
  readonly toggle: (key: string) => void;
  readonly all: () => void;
  readonly none: () => void;
}

/** Which of a list are chosen; what has left the list is no longer chosen. */
export function useChosen(choosable: readonly string[]): Chosen {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const keys = choosable.filter((key) => picked.includes(key));
  return {
    keys,
    has: (key) => keys.includes(key),
    toggle: (key) => setPicked(keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key]),
    all: () => setPicked(choosable),
    none: () => setPicked([]),
  };
}

const STEP: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

interface CheckProps {
  /** What is chosen with it, for who cannot see it. */
  readonly label: string;
  readonly on: boolean;
  readonly onChange: () => void;
}

/** The box before one of several. On a computer the arrows go from one to the next, and the space bar ticks it. */
export function Check({ label, on, onChange }: CheckProps): ReactNode {
  return (
    <Tap className={cx('p-check', on && 'p-check--on')} onTap={onChange} label={label} said={{ role: 'checkbox', checked: on }} onKey={toNext}>
      <View className="p-check__box">{on ? <Icon name="check" size="tick" /> : null}</View>
    </Tap>
  );
}

function toNext(key: string, event: KeyboardEvent): void {
  const step = STEP[key];
  const here = event.currentTarget;
  if (step === undefined || !(here instanceof HTMLElement)) return;
  const boxes = [...document.querySelectorAll<HTMLElement>('.p-check')].filter((box) => box.offsetParent !== null || box === here);
  event.preventDefault();
  boxes[boxes.indexOf(here) + step]?.focus();
}
