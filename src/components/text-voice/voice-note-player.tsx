import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { usePlayer } from '@/hooks/recorder/use-player';
import { TextButton } from '../button';
import { aria } from '../aria';
import { cx } from '../class-names';
import { Icon } from '../icon';
import { Tap } from '../tap';
import './index.scss';

interface VoiceNotePlayerProps {
  /** A temporary path or an address. */
  readonly src: string;
  readonly seconds?: number | undefined;
  /** Without it the note can only be heard. */
  readonly onRemove?: () => void;
}

/** Heights of the drawn wave, in per cent; a drawing, not the sound's own. */
const WAVE = [35, 60, 85, 55, 30, 70, 95, 60, 40, 25, 55, 80, 100, 65, 35, 60, 75, 45, 25, 50];

/** A voice note: hear it, delete it. */
export function VoiceNotePlayer({ src, seconds, onRemove }: VoiceNotePlayerProps): ReactNode {
  const { state, toggle } = usePlayer(src);
  const playing = state === 'playing';
  const length = seconds === undefined ? '录音' : `${seconds} 秒`;
  return (
    <View className="c-player">
      <Tap className="c-player__play" onTap={toggle} label={playing ? '停下' : `播放录音${seconds === undefined ? '' : `，${length}`}`}>
        <Icon name={playing ? 'stop' : 'play'} />
        <View className="t-strong t-num">{state === 'failed' ? '放不出来' : length}</View>
      </Tap>
      <View className={cx('c-player__wave', playing && 'c-player__wave--on')} {...aria({ hidden: true })}>
        {WAVE.map((height, index) => <View key={`${index}-${height}`} className="c-player__beat" style={`height:${height}%`} />)}
      </View>
      {onRemove === undefined ? null : <TextButton text="删掉" label="删掉录音" onTap={onRemove} />}
    </View>
  );
}
