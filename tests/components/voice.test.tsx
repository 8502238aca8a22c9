import { useState, type ReactNode } from 'react';
import { act, fireEvent, render, screen } from '@testing-library/react';
import Taro, { type RecorderStandIn } from './stand-ins/taro';
import { openPhoneRecorder } from '@/hooks/recorder/phone';
import { setMode } from '@/hooks/use-mode';
import { TextVoice, type VoiceNote } from '@/components/text-voice';

/** The browser's microphone, as far as the kit speaks to it. */
class MediaRecorderStandIn {
  static latest: MediaRecorderStandIn | undefined;
  readonly mimeType = 'audio/webm';
  ondataavailable?: (event: { data: Blob }) => void;
  onstop?: () => void;
  onerror?: () => void;
  constructor() { MediaRecorderStandIn.latest = this; }
  start(): void { this.ondataavailable?.({ data: new Blob(['a']) }); }
  stop(): void { this.onstop?.(); }
}

const getUserMedia = jest.fn();
const track = { stop: jest.fn() };

beforeEach(() => {
  jest.useFakeTimers();
  getUserMedia.mockReset().mockResolvedValue({ getTracks: () => [track] });
  track.stop.mockClear();
  Object.assign(globalThis, { MediaRecorder: MediaRecorderStandIn });
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia } });
  URL.createObjectURL = () => 'blob:note';
});
afterEach(() => {
  jest.useRealTimers();
  act(() => setMode('standard'));
});

const onVoice = jest.fn();
function Form(): ReactNode {
  const [voice, setVoice] = useState<VoiceNote>();
  return (
    <TextVoice
      label="是什么事"
      value=""
      onInput={jest.fn()}
      maxLength={500}
      voice={voice}
      onVoice={(next) => {
        onVoice(next);
        setVoice(next);
      }}
    />
  );
}

async function speak(): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: /说给我听|开始说|重新说/ }));
  await act(async () => { await jest.advanceTimersByTimeAsync(0); });
}

describe('saying it instead of writing it', () => {
  it('starts with a tap, counts, and stops with a tap', async () => {
    render(<Form />);
    await speak();
    await act(async () => { await jest.advanceTimersByTimeAsync(3000); });
    expect(screen.getByText(/正在录，3 秒/)).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: /说完再点一下/ }));
    expect(onVoice).toHaveBeenLastCalledWith({ path: 'blob:note', seconds: 3 });
    expect(screen.getByRole('button', { name: '播放录音，3 秒' })).toBeInTheDocument();
    expect(track.stop).toHaveBeenCalled();
  });

  it('stops by itself at the longest', async () => {
    render(<Form />);
    await speak();
    await act(async () => { await jest.advanceTimersByTimeAsync(60_000); });
    expect(onVoice).toHaveBeenLastCalledWith({ path: 'blob:note', seconds: 60 });
  });

  it('can be heard and deleted', async () => {
    render(<Form />);
    await speak();
    fireEvent.click(screen.getByRole('button', { name: /说完再点一下/ }));
    fireEvent.click(screen.getByRole('button', { name: /播放录音/ }));
    expect(screen.getByRole('button', { name: '停下' })).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '删掉录音' }));
    expect(onVoice).toHaveBeenLastCalledWith(undefined);
    expect(screen.queryByRole('button', { name: /播放录音/ })).toBeNull();
  });

  it.each([
    ['NotAllowedError', '没打开话筒'],
    ['NotFoundError', '这台机子没有话筒'],
    ['AbortError', '没录上'],
  ])('says what to do after %s, and writing still works', async (name, title) => {
    getUserMedia.mockRejectedValue(new DOMException('', name));
    render(<Form />);
    await speak();
    expect(screen.getByRole('alert')).toHaveTextContent(title);
    expect(screen.getByRole('alert')).toHaveTextContent('打字');
    expect(screen.getByRole('textbox', { name: '是什么事' })).toBeInTheDocument();
  });

  it('is let go when the page is left, and nothing is handed over', async () => {
    onVoice.mockClear();
    const { unmount } = render(<Form />);
    await speak();
    unmount();
    expect(track.stop).toHaveBeenCalled();
    expect(onVoice).not.toHaveBeenCalled();
  });

  it('comes before writing in 长辈版', () => {
    setMode('elder');
    render(<Form />);
    const speakButton = screen.getByRole('button', { name: '点一下，开始说' });
    expect(speakButton.compareDocumentPosition(screen.getByRole('textbox')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });
});

describe('WeChat’s microphone', () => {
  const { listeners, start, stop } = Taro.getRecorderManager() as RecorderStandIn;
  const listener = () => ({ onStart: jest.fn(), onDone: jest.fn(), onFail: jest.fn() });

  it('records speech for no longer than asked, and hands over a temporary file', () => {
    const told = listener();
    openPhoneRecorder(told).start(60);
    expect(start).toHaveBeenLastCalledWith(expect.objectContaining({ duration: 60_000, format: 'mp3', numberOfChannels: 1 }));
    listeners.stop?.({ tempFilePath: 'tmp://note.mp3', duration: 17_600 });
    expect(told.onDone).toHaveBeenCalledWith({ path: 'tmp://note.mp3', seconds: 18 });
  });

  it('tells a refusal from a fault', () => {
    const refused = listener();
    openPhoneRecorder(refused).start(60);
    listeners.error?.({ errMsg: 'operateRecorder:fail auth deny' });
    expect(refused.onFail).toHaveBeenCalledWith('refused');
    const broken = listener();
    openPhoneRecorder(broken).start(60);
    listeners.error?.({ errMsg: 'operateRecorder:fail:recorder occupied' });
    expect(broken.onFail).toHaveBeenCalledWith('failed');
  });

  it('keeps what was said when a call comes in', () => {
    openPhoneRecorder(listener()).start(60);
    stop.mockClear();
    listeners.interruption?.({});
    expect(stop).toHaveBeenCalledTimes(1);
  });

  it('hands nothing to a page that was left', () => {
    const told = listener();
    const recorder = openPhoneRecorder(told);
    recorder.start(60);
    recorder.drop();
    listeners.stop?.({ tempFilePath: 'tmp://note.mp3', duration: 2000 });
    expect(told.onDone).not.toHaveBeenCalled();
  });
});
