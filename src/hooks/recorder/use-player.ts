import { useEffect, useRef, useState } from 'react';
import Taro from '@tarojs/taro';

interface UsePlayer {
  readonly state: 'still' | 'playing' | 'failed';
  readonly toggle: () => void;
}

/** Plays one sound; a tap plays, a tap stops. Another path, or leaving the page, stops it. */
export function usePlayer(path: string | undefined): UsePlayer {
  const [state, setState] = useState<UsePlayer['state']>('still');
  const sound = useRef<Taro.InnerAudioContext>();

  useEffect(() => {
    setState('still');
    return () => {
      sound.current?.destroy();
      sound.current = undefined;
    };
  }, [path]);

  function toggle(): void {
    if (path === undefined) return;
    if (state === 'playing') {
      sound.current?.stop();
      setState('still');
      return;
    }
    if (sound.current === undefined) {
      const opened = Taro.createInnerAudioContext();
      opened.src = path;
      opened.onEnded(() => setState('still'));
      opened.onError(() => setState('failed'));
      sound.current = opened;
    }
    sound.current.play();
    setState('playing');
  }
  return { state, toggle };
}
