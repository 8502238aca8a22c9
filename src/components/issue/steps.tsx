import type { ReactNode } from 'react';
import { Card } from '@/components/card';
import { Timeline } from '@/components/timeline';
import { View } from '@tarojs/components';
import { formatMoment, formatDue } from '@/domain/basics/civil-time';
import { stepWords } from '@/domain/wording/issues';
import { serverNow } from '@/services/server-clock';
import type { StepView } from '@/services/views';

interface StepsProps {
  readonly steps: readonly StepView[];
  readonly title?: string;
}

/** Everything that happened to an issue, newest first. */
export function Steps({ steps, title = '办到哪一步了' }: StepsProps): ReactNode {
  const now = serverNow();
  const newestFirst = steps.map((step, index) => ({ step, index })).reverse();
  return (
    <Card>
      <View className="t-title">{title}</View>
      <Timeline
        items={newestFirst.map(({ step, index }) => ({
          key: String(index),
          when: formatMoment(step.at, now),
          who: step.by,
          what: sentence(step, now),
          photos: step.photos.map(({ url }, at) => ({ src: url, label: `照片 ${at + 1}` })),
        }))}
      />
    </Card>
  );
}

/** What a step says: its own words, and what it changed. */
function sentence(step: StepView, now: number): string {
  const parts = [
    stepWords(step.kind, step.to),
    ...(step.text === undefined ? [] : [step.text]),
    ...(step.dueAt === undefined ? [] : [`最晚${formatDue(step.dueAt, now)}`]),
  ];
  return parts.filter((part) => part !== '').join('：');
}
