import type { ReactNode } from 'react';
import { Picker, View } from '@tarojs/components';
import { cx } from '@/components/class-names';
import { Icon } from '@/components/icon';
import { formatDay } from '@/domain/basics/civil-time';
import '../village-picker/index.scss';

interface DateLineProps {
  /** What to choose, while nothing is: 选哪一天. */
  readonly label: string;
  /** `YYYY-MM-DD` */
  readonly value: string | undefined;
  readonly onChange: (date: string) => void;
  /** The first and the last day that can be chosen; the wheel stands at the first of them that there is. */
  readonly from?: string;
  readonly to?: string;
  readonly invalid?: boolean;
}

/** The phone's own picker of a day, as one line that says which day is chosen. */
export function DateLine({ label, value, onChange, from, to, invalid = false }: DateLineProps): ReactNode {
  return (
    <Picker
      mode="date"
      value={value ?? from ?? to ?? ''}
      {...(from === undefined ? {} : { start: from })}
      {...(to === undefined ? {} : { end: to })}
      onChange={({ detail }) => onChange(detail.value)}
    >
      <View className={cx('c-picker-line', invalid && 'c-picker-line--wrong')}>
        <View className="l-grow">{value === undefined ? label : formatDay(value)}</View>
        <Icon name="calendar" size="sm" />
      </View>
    </Picker>
  );
}
