import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { aria } from '../aria';
import { cx } from '../class-names';
import { Icon } from '../icon';
import './index.scss';

interface StageRailProps {
  /** 报上来·接了·正在办·办好了·您来评, or 说事·评事·定事·干事. */
  readonly stages: readonly string[];
  /** Index of the stage it is at; `stages.length` when every stage is behind it. */
  readonly at: number;
  /** Why it came back to this stage; the dot turns to a warning and the reason is written out. */
  readonly returned?: string | undefined;
}

type Where = 'done' | 'now' | 'back' | 'ahead';
const SPOKEN: Readonly<Record<Where, string>> = { done: '已过', now: '现在', back: '退回到这一步', ahead: '还没到' };

/** Where in the loop a matter stands; the same drawing everywhere. */
export function StageRail({ stages, at, returned }: StageRailProps): ReactNode {
  return (
    <View className="c-rail">
      <View className="c-rail__steps" {...aria({ role: 'list', label: '进度' })}>
        {stages.map((stage, index) => {
          const where = whereIs(index, at, returned !== undefined);
          const here = where === 'now' || where === 'back';
          return (
            <View
              key={stage}
              className={cx('c-rail__step', `c-rail__step--${where}`, (index - Math.min(at, stages.length - 1)) % 2 !== 0 && 'c-rail__step--second')}
              {...aria({ role: 'listitem', label: `${stage}，${SPOKEN[where]}`, ...(here ? { current: 'step' as const } : {}) })}
            >
              <View className="c-rail__dot">
                {where === 'done' ? <Icon name="check" size="tick" /> : null}
                {where === 'back' ? <Icon name="alert" size="tick" /> : null}
                {where === 'now' ? <View className="c-rail__core" /> : null}
              </View>
              <View className="c-rail__word">{stage}</View>
            </View>
          );
        })}
      </View>
      {returned === undefined ? null : <View className="c-rail__reason"><Icon name="alert" size="sm" /><View className="l-grow">{returned}</View></View>}
    </View>
  );
}

function whereIs(index: number, at: number, cameBack: boolean): Where {
  if (index < at) return 'done';
  if (index > at) return 'ahead';
  return cameBack ? 'back' : 'now';
}
