import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useMode } from '@/hooks/use-mode';
import type { Recording } from '@/hooks/recorder/recording';
import { ErrorLine, TextArea } from '../field';
import { Speak } from './speak';
import { VoiceNotePlayer } from './voice-note-player';
import './index.scss';

export type VoiceNote = Recording;

interface TextVoiceProps {
  /** The question, for the screen reader. */
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly maxLength: number;
  readonly placeholder?: string;
  readonly voice: VoiceNote | undefined;
  readonly onVoice: (voice: VoiceNote | undefined) => void;
  /** Longest voice note in seconds. */
  readonly maxSeconds?: number;
  /** What is missing: 写一句，或者点下面说一段. */
  readonly error?: string | undefined;
}

/** Write it or say it; in 长辈版 saying comes first. */
export function TextVoice({ label, value, onInput, maxLength, placeholder, voice, onVoice, maxSeconds = 60, error }: TextVoiceProps): ReactNode {
  const { elder } = useMode();
  const speak = <Speak large={elder} again={voice !== undefined} maxSeconds={maxSeconds} onVoice={onVoice} />;
  const player = voice === undefined ? null : <VoiceNotePlayer src={voice.path} seconds={voice.seconds} onRemove={() => onVoice(undefined)} />;
  return (
    <View className="c-voice">
      {error === undefined ? null : <ErrorLine text={error} />}
      {elder ? <>{speak}{player}</> : null}
      <TextArea label={label} value={value} onInput={onInput} maxLength={maxLength} placeholder={placeholder ?? ''} invalid={error !== undefined} />
      {elder ? null : <>{player}{speak}</>}
    </View>
  );
}
