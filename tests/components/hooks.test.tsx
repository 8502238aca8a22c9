import { act, renderHook, waitFor } from '@testing-library/react';
import { afterTheShow, hide, showAgain } from './stand-ins/taro';
import { DAY_MS } from '@/domain/basics/civil-time';
import { forgetPageData, usePageData } from '@/hooks/use-page-data';
import { useBusy } from '@/hooks/use-busy';
import { useKeptForm } from '@/hooks/use-kept-form';
import { AppError } from '@/services/app-error';
import { setServerNow, serverNow } from '@/services/server-clock';

const says = <T,>(value: T) => () => Promise.resolve(value);

/** Does something and lets what waits for it run. */
async function settled(run: () => void): Promise<void> {
  await act(async () => {
    run();
    await Promise.resolve();
  });
}

function goOffline(): void { act(() => { window.dispatchEvent(new Event('offline')); }); }
function goOnline(): void { act(() => { window.dispatchEvent(new Event('online')); }); }

beforeEach(() => forgetPageData());
afterEach(goOnline);

describe('what a page shows of the time', () => {
  it('is drawn again when the server says what time it is, after the answer that is shown', async () => {
    const { result } = renderHook(() => ({ data: usePageData('a', says('内容')).data, day: Math.round((serverNow() - Date.now()) / DAY_MS) }));
    await waitFor(() => expect(result.current).toEqual({ data: '内容', day: 0 }));
    act(() => setServerNow(Date.now() + 17 * DAY_MS));
    expect(result.current).toEqual({ data: '内容', day: 17 });
    act(() => setServerNow(Date.now()));
  });
});

describe('what a page reads', () => {
  it('is loading, then ready', async () => {
    const { result } = renderHook(() => usePageData('a', says('内容')));
    expect(result.current.state).toBe('loading');
    await waitFor(() => expect(result.current).toMatchObject({ state: 'ready', data: '内容', staleAt: undefined }));
  });

  it('shows at once when it is opened again, and is read again behind it', async () => {
    const first = renderHook(() => usePageData('a', says('旧的')));
    await waitFor(() => expect(first.result.current.state).toBe('ready'));
    first.unmount();
    const { result } = renderHook(() => usePageData('a', says('新的')));
    expect(result.current).toMatchObject({ state: 'ready', data: '旧的', refreshing: true });
    await waitFor(() => expect(result.current).toMatchObject({ data: '新的', refreshing: false }));
  });

  it('without a network is what was read last, with its time', async () => {
    const before = Date.now();
    const first = renderHook(() => usePageData('a', says('上次的')));
    await waitFor(() => expect(first.result.current.state).toBe('ready'));
    first.unmount();
    goOffline();
    const { result } = renderHook(() => usePageData<string>('a', () => Promise.reject(new Error('no network'))));
    await waitFor(() => expect(result.current).toMatchObject({ state: 'offline', data: '上次的' }));
    expect(result.current.staleAt).toBeGreaterThanOrEqual(before);
  });

  it('is read again when the network returns', async () => {
    goOffline();
    const load = jest.fn<Promise<string>, []>().mockRejectedValueOnce(new Error('no network')).mockResolvedValue('来了');
    const { result } = renderHook(() => usePageData('a', load));
    await waitFor(() => expect(result.current.state).toBe('offline'));
    goOnline();
    await waitFor(() => expect(result.current).toMatchObject({ state: 'ready', data: '来了' }));
  });

  it('is read again when the page is shown again', async () => {
    const load = jest.fn(says('内容'));
    const { result } = renderHook(() => usePageData('a', load));
    await waitFor(() => expect(result.current.state).toBe('ready'));
    await settled(() => showAgain());
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('is read again when the page is shown again, also what came onto it after it was first shown', async () => {
    const load = jest.fn(says('内容'));
    const { result } = afterTheShow(() => renderHook(() => usePageData('a', load)));
    await waitFor(() => expect(result.current.state).toBe('ready'));
    await settled(() => { hide(); showAgain(); });
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('that failed is an error, and can be tried again', async () => {
    const load = jest.fn<Promise<string>, []>().mockRejectedValueOnce(new Error('down')).mockResolvedValue('好了');
    const { result } = renderHook(() => usePageData('a', load));
    await waitFor(() => expect(result.current.state).toBe('error'));
    await act(() => result.current.reload());
    expect(result.current).toMatchObject({ state: 'ready', data: '好了', error: undefined });
  });

  it('an answer to an older question does not cover a newer one', async () => {
    const answers: Record<string, (value: string) => void> = {};
    const { result, rerender } = renderHook(({ id }) => usePageData(id, () => new Promise<string>((resolve) => { answers[id] = resolve; })), { initialProps: { id: 'a' } });
    rerender({ id: 'b' });
    await settled(() => answers.b?.('乙'));
    await settled(() => answers.a?.('甲'));
    expect(result.current.data).toBe('乙');
  });

  it('that must not lie on the phone does not', async () => {
    const { result } = renderHook(() => usePageData('secret', says('不留'), { keep: false }));
    await waitFor(() => expect(result.current.state).toBe('ready'));
    expect(JSON.stringify({ ...window.localStorage })).not.toContain('不留');
  });

  it('is forgotten when another person takes the phone', async () => {
    const first = renderHook(() => usePageData('me', says('王秀兰')));
    await waitFor(() => expect(first.result.current.state).toBe('ready'));
    first.unmount();
    forgetPageData();
    expect(JSON.stringify({ ...window.localStorage })).not.toContain('王秀兰');
    const { result } = renderHook(() => usePageData('me', () => new Promise<string>(() => undefined)));
    expect(result.current).toMatchObject({ state: 'loading', data: undefined });
  });
});

describe('a locked button', () => {
  it('runs its action once however often it is tapped', async () => {
    let finish: () => void = () => undefined;
    const action = jest.fn(() => new Promise<void>((resolve) => { finish = resolve; }));
    const { result } = renderHook(() => useBusy(action));
    act(() => { void result.current.run(); });
    await act(async () => expect(await result.current.run()).toBe(false));
    expect(action).toHaveBeenCalledTimes(1);
    expect(result.current.busy).toBe(true);
    await settled(() => finish());
    expect(result.current.busy).toBe(false);
  });

  it('hands a failure to the page and can be tapped again', async () => {
    const action = jest.fn<Promise<void>, []>().mockRejectedValueOnce(new Error('no')).mockResolvedValue(undefined);
    const { result } = renderHook(() => useBusy(action));
    await act(async () => expect(await result.current.run()).toBe(false));
    expect(result.current.error).toEqual(new Error('no'));
    await act(async () => expect(await result.current.run()).toBe(true));
    expect(result.current.error).toBeUndefined();
  });
});

describe('a form that is kept', () => {
  const form = () => renderHook(() => useKeptForm('words', () => ({ text: '' })));

  it('is there with the id it goes under after the app was closed, until the server has it', async () => {
    const first = form();
    act(() => first.result.current.edit({ text: '水又漫出来了' }));
    const { requestId } = first.result.current;
    first.unmount();
    const { result } = form();
    expect(result.current).toMatchObject({ requestId, form: { text: '水又漫出来了' }, resumed: true });
    await settled(() => result.current.forget());
    expect(result.current.form.text).toBe('');
    expect(result.current.requestId).not.toBe(requestId);
  });

  it('goes under the same id again after a lost reply, and under another once other words went under that', async () => {
    const { result } = form();
    const sent: string[] = [];
    const failsWith = (code: string) => (requestId: string) => { sent.push(requestId); return Promise.reject(new AppError({ code })); };
    for (const code of ['TIMEOUT', 'REQUEST_REUSED', 'TIMEOUT']) {
      await act(async () => { await expect(result.current.tap(failsWith(code))).rejects.toMatchObject({ code }); });
    }
    expect(sent[1]).toBe(sent[0]);
    expect(sent[2]).not.toBe(sent[0]);
  });
});
