import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Avatar } from '@/components/avatar';
import { Icon } from '@/components/icon';
import { LEVEL_WORDS } from '@/domain/wording/deputies';
import type { DeputyCard, DeputyPageView, SuggestionView } from '@/services/views';
import './year.scss';

/** Who it is: name, what for, from where. Without the picture beside a ballot, where no face stands. */
export function Who({ deputy, photo }: { readonly deputy: DeputyCard; readonly photo?: string | undefined }): ReactNode {
  const seat = [LEVEL_WORDS[deputy.level], deputy.constituency].filter(Boolean).join('，');
  return (
    <View className="l-line l-top">
      <Avatar name={deputy.name} large photo={photo} />
      <View className="l-grow">
        <View className="t-title">{deputy.name}</View>
        <View className="t-hint">{seat}</View>
        <View className="t-hint">{deputy.job}</View>
      </View>
    </View>
  );
}

/** The year in four figures. They count what was done, and stand beside nobody else's (BUR-01). */
export function YearFigures({ year }: { readonly year: DeputyPageView['year'] }): ReactNode {
  const figures = [
    { value: String(year.households), text: '走访户次' },
    { value: String(year.receptions), text: '接待日' },
    { value: `${year.meetings.came}/${year.meetings.called}`, text: '开会到场' },
    { value: String(year.counts.SUGGESTION), text: '提建议' },
  ];
  return (
    <View className="p-year__figures">
      {figures.map(({ value, text }) => (
        <View key={text} className="p-year__figure">
          <View className="t-big">{value}</View>
          <View className="t-hint">{text}</View>
        </View>
      ))}
    </View>
  );
}

/** The same year in three sentences, for 长辈版: the ballot's options stand above the bar then. */
export function YearInWords({ view: { year, suggestions } }: { readonly view: DeputyPageView }): ReactNode {
  const { households, meetings: { came, called }, counts } = year;
  const done = suggestions.filter(isDone).length;
  return (
    <View className="l-stack">
      <View className="p-year__outcome"><Icon name="people" size="sm" /><View className="l-grow">{`走访 ${households} 户次`}</View></View>
      <View className="p-year__outcome"><Icon name="calendar" size="sm" /><View className="l-grow">{came === called ? `开会 ${called} 次，都到了` : `开会 ${called} 次，到了 ${came} 次`}</View></View>
      <View className="p-year__outcome"><Icon name="ok" size="sm" /><View className="l-grow">{`提建议 ${counts.SUGGESTION} 件，办成 ${done} 件`}</View></View>
    </View>
  );
}

/** What came of the suggestions, a line each. */
export function Outcomes({ suggestions }: { readonly suggestions: readonly SuggestionView[] }): ReactNode {
  return (
    <View className="l-stack">
      {suggestions.map((one) => (
        <View key={one.opinionId} className="p-year__outcome">
          <Icon name={isDone(one) ? 'ok' : 'clock'} size="sm" />
          <View className="l-grow">{one.title} · {outcomeWords(one)}</View>
        </View>
      ))}
    </View>
  );
}

function isDone({ state, replies }: SuggestionView): boolean {
  return state === 'SETTLED' && replies.at(-1)?.kind === 'DONE';
}

export function outcomeWords({ state, replies, unit }: SuggestionView): string {
  const last = replies.at(-1);
  if (state === 'SETTLED' && last !== undefined) return last.kind === 'DONE' ? '办成了' : last.kind === 'PLANNED' ? '列入计划了' : '办不了，说了原因';
  if (state === 'REPLIED') return `${unit ?? '承办单位'}答复了`;
  return `${unit ?? '承办单位'}在办`;
}
