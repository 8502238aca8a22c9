import { useEffect, useRef, useState } from 'react';
import { openRecorder } from './recorder';
import type { Recorder, RecorderFailure, Recording } from './recording';

export type RecorderState = 'idle' | 'opening' | 'recording' | RecorderFailure;

interface UseRecorder {
  readonly state: RecorderState;
  /** Whole seconds recorded so far. */
  readonly seconds: number;
  /** Starts, or stops and hands over. */
  readonly toggle: () => void;
}

/** A tap starts, a tap stops; leaving the page throws an unfinished note away. */
export function useRecorder(maxSeconds: number, onDone: (recording: Recording) => void): UseRecorder {
  const [state, setState] = useState<RecorderState>('idle');
  const [seconds, setSeconds] = useState(0);
  const done = useRef(onDone);
  done.current = onDone;
  const recorder = useRef<Recorder>();

  useEffect(() => () => recorder.current?.drop(), []);
  useEffect(() => {
    if (state !== 'recording') return undefined;
    setSeconds(0);
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, [state]);

  function toggle(): void {
    if (state === 'opening') return;
    if (state === 'recording') {
      recorder.current?.stop();
      return;
    }
    setState('opening');
    recorder.current = openRecorder({
      onStart: () => setState('recording'),
      onDone: (recording) => {
        setState('idle');
        done.current(recording);
      },
      onFail: setState,
    });
    recorder.current.start(maxSeconds);
  }
  return { state, seconds, toggle };
}
