import type { ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { Recording, RecorderFailure } from '@/hooks/recorder/recording';
import { useRecorder } from '@/hooks/recorder/use-recorder';
import { Button } from '../button';
import { Icon } from '../icon';
import { Note } from '../note';
import { Tap } from '../tap';

interface SpeakProps {
  readonly large: boolean;
  /** There is a note already; speaking again replaces it. */
  readonly again: boolean;
  readonly maxSeconds: number;
  readonly onVoice: (voice: Recording) => void;
}

/** The microphone: a tap starts, a tap stops. */
export function Speak({ large, again, maxSeconds, onVoice }: SpeakProps): ReactNode {
  const { state, seconds, toggle } = useRecorder(maxSeconds, onVoice);
  const live = state === 'recording' || state === 'opening';
  const words = live ? '说完再点一下' : again ? '重新说一遍' : large ? '点一下，开始说' : '不想打字？点一下，说给我听';
  const line = state === 'recording' ? `正在录，${seconds} 秒，最长 ${maxSeconds} 秒` : live ? '正在打开话筒' : '说完再点一下';
  return (
    <>
      {large || live
        ? (
            <Tap className={live ? 'c-talk c-talk--live' : 'c-talk'} onTap={toggle} label={`${words}${live ? `，${line}` : ''}`}>
              <View className="c-talk__round"><Icon name={live ? 'stop' : 'mic'} size="lg" /></View>
              <View className="l-grow">
                <View className="t-title">{words}</View>
                <View className="c-talk__line">{line}</View>
              </View>
            </Tap>
          )
        : <Button kind="line" icon="mic" wide text={words} onTap={toggle} />}
      {state === 'declined' || state === 'refused' || state === 'unavailable' || state === 'failed' ? <Failure failure={state} /> : null}
    </>
  );
}

const FAILURE: Readonly<Record<RecorderFailure, { readonly title: string; readonly line: string }>> = {
  declined: { title: '没用话筒', line: '打字一样能报。想说一段，再点一次，选“同意”。' },
  refused: { title: '没打开话筒', line: '要在手机设置里允许用话筒。也可以打字，或者打电话给村里。' },
  unavailable: { title: '这台机子没有话筒', line: '可以打字，或者打电话给村里。' },
  failed: { title: '没录上', line: '不是您的问题，再点一次试试。也可以打字。' },
};

function Failure({ failure }: { readonly failure: RecorderFailure }): ReactNode {
  const { title, line } = FAILURE[failure];
  const canAllow = failure === 'refused' && process.env.TARO_ENV !== 'h5';
  return (
    <Note tone="bad" icon="mic" title={title} said="alert">
      <View>{line}</View>
      {canAllow ? <Button kind="line" small text="去允许用话筒" onTap={() => void Taro.openSetting()} /> : null}
    </Note>
  );
}
