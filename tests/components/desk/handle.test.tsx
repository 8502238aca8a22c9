/** Handling a matter: the acts are the server's, and nothing written is lost to a refusal or a bad line. */
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import Handle from '@/packages/desk/handle';
import { missing } from '@/packages/desk/handle/act-input';
import { forgetPageData } from '@/hooks/use-page-data';
import { AppError } from '@/services/app-error';
import { setServerNow } from '@/services/server-clock';
import Taro, { useRouter } from '../stand-ins/taro';
import { handling, me, NOW, reported } from './matters';

const get = jest.fn();
const calls = { accept: jest.fn(), progress: jest.fn(), finish: jest.fn(), handUp: jest.fn(), askExtension: jest.fn(), ask: jest.fn(), reject: jest.fn(), decideExtension: jest.fn() };
const upload = jest.fn();

jest.mock('@/services/client', () => {
  const asks = (name: string) => (input: unknown): unknown => (calls as Record<string, jest.Mock>)[name]?.(input);
  const issues = new Proxy({}, { get: (_, name: string) => (name === 'get' ? (input: unknown): unknown => get(input) : asks(name)) });
  return { api: { issues, people: { me: () => Promise.resolve(me) }, files: { discard: () => Promise.resolve({ discarded: true }) } } };
});
jest.mock('@/services/uploads', () => ({ upload: (file: unknown): unknown => upload(file) }));
jest.mock('@/services/choose-in-browser', () => ({ chooseInBrowser: () => Promise.resolve([{ name: 'photo-1.jpg', path: 'tmp://photo-1' }]) }));

beforeEach(() => {
  forgetPageData();
  setServerNow(NOW);
  useRouter.mockReturnValue({ params: { id: 'issue-1' } });
  for (const mock of [get, upload, ...Object.values(calls)]) mock.mockReset();
});

async function open(issue = handling()): Promise<HTMLElement> {
  get.mockResolvedValue(issue);
  render(<Handle />);
  fireEvent.click(await screen.findByRole('button', { name: '办这件事' }));
  return screen.getByRole('dialog');
}

const radios = () => within(screen.getByRole('radiogroup', { name: '做什么' })).getAllByRole('radio').map((radio) => radio.getAttribute('aria-label'));
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }));
const write = (label: string, value: string) => fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
const tap = (name: string) => act(async () => {
  fireEvent.click(screen.getByRole('button', { name }));
  await Promise.resolve();
});

describe('the acts on a matter', () => {
  it('are those the server gave, and no others', async () => {
    await open(handling({ acts: ['PROGRESS', 'FINISH', 'ASK'] }));
    expect(radios()).toEqual(['记进展', '办结', '问一问']);
  });

  it('leave out what only its reporter does', async () => {
    await open(handling({ acts: ['ADD', 'REMIND', 'PROGRESS', 'HAND_UP'] }));
    expect(radios()).toEqual(['记进展', '往上交']);
  });

  it('are not offered at all where the server gave none', async () => {
    get.mockResolvedValue(handling({ acts: [] }));
    render(<Handle />);
    await screen.findByText('排水沟堵了');
    expect(screen.queryByRole('button', { name: /办这件事|签收/ })).toBeNull();
  });
});

describe('accepting', () => {
  it('is one tap on the page (BUR-07)', async () => {
    get.mockResolvedValue(reported());
    calls.accept.mockResolvedValue(handling({ stage: 'ACCEPTED', changedAt: NOW }));
    render(<Handle />);
    await screen.findByRole('button', { name: '签收' });
    await tap('签收');
    expect(calls.accept).toHaveBeenCalledTimes(1);
    expect(await screen.findByRole('button', { name: '办这件事' })).toBeInTheDocument();
  });

  it('reads the matter again when somebody else was first', async () => {
    get.mockResolvedValueOnce(reported()).mockResolvedValue(handling({ acts: [], changedAt: NOW }));
    calls.accept.mockRejectedValue(new AppError({ code: 'ISSUE_ALREADY_ACCEPTED', data: { by: '李国平' } }));
    render(<Handle />);
    await screen.findByRole('button', { name: '签收' });
    await tap('签收');
    expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '李国平已经接了。' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: '签收' })).toBeNull());
  });
});

describe('the main button', () => {
  it.each([
    ['记进展', '先写几个字'],
    ['办结', '先写几个字'],
    ['往上交', '先写几个字'],
    ['延期', '先写延几个工作日'],
  ])('of %s says what is missing', async (name, reason) => {
    await open();
    choose(name);
    expect(screen.getByRole('button', { name: reason })).toHaveAttribute('aria-disabled', 'true');
  });

  it('does not take more days than the rule allows (EVT-06)', async () => {
    await open(handling({ extensionLimit: 3 }));
    choose('延期');
    write('延几个工作日', '4');
    write('为什么要延期', '下雨');
    expect(screen.getByRole('button', { name: '最多延 3 个工作日' })).toHaveAttribute('aria-disabled', 'true');
    write('延几个工作日', '3');
    expect(screen.getByRole('button', { name: '申请延期' })).not.toHaveAttribute('aria-disabled', 'true');
  });

  it('asks for where to turn before a matter is sent away (EVT-10)', async () => {
    get.mockResolvedValue(reported());
    render(<Handle />);
    fireEvent.click(await screen.findByRole('button', { name: '别的办法' }));
    choose('不归我办');
    write('为什么不归村里办', '在打官司');
    expect(screen.getByRole('button', { name: '先写该找谁' })).toBeInTheDocument();
  });

  it('needs no words to agree to an extension, and does to refuse one', async () => {
    get.mockResolvedValue(handling({ acts: ['DECIDE_EXTENSION'], extension: { workdays: 2, reason: '下雨', maxWorkdays: 3 } }));
    render(<Handle />);
    fireEvent.click(await screen.findByRole('button', { name: '定延期' }));
    choose('不同意');
    expect(screen.getByRole('button', { name: '先写几个字' })).toBeInTheDocument();
    choose('同意');
    expect(screen.getByRole('button', { name: '就这样定' })).not.toHaveAttribute('aria-disabled', 'true');
  });
});

describe('what was written', () => {
  it('stays when the line is lost, and the next tap is the same tap', async () => {
    await open();
    write('做了什么', '去看过了');
    calls.progress.mockRejectedValueOnce(new AppError({ code: 'TIMEOUT' })).mockResolvedValue(handling({ changedAt: NOW }));
    await tap('记下来');
    expect(await screen.findByText('等得太久没有回音，请再试一次，不会重复。')).toBeInTheDocument();
    expect(screen.getByLabelText('做了什么')).toHaveValue('去看过了');
    await tap('记下来');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [first, second] = calls.progress.mock.calls.map(([input]: readonly [{ readonly requestId: string }]) => input.requestId);
    expect(second).toBe(first);
  });

  it('stays when the act it was for is gone, and can be used for another', async () => {
    await open();
    choose('延期');
    write('延几个工作日', '2');
    write('为什么要延期', '材料没到');
    get.mockResolvedValue(handling({ acts: ['PROGRESS', 'FINISH'], changedAt: NOW }));
    calls.askExtension.mockRejectedValue(new AppError({ code: 'ALREADY_EXTENDED' }));
    await tap('申请延期');
    await waitFor(() => expect(radios()).toEqual(['记进展', '办结']));
    choose('记进展');
    expect(screen.getByLabelText('做了什么')).toHaveValue('材料没到');
  });

  it('is there again after the sheet was closed and after the app was', async () => {
    await open();
    write('做了什么', '去看过了');
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    fireEvent.click(screen.getByRole('button', { name: '办这件事' }));
    expect(screen.getByLabelText('做了什么')).toHaveValue('去看过了');
    expect(JSON.stringify(window.localStorage)).toContain('去看过了');
  });

  it('does not lie on the phone where the matter is restricted (EVT-14)', async () => {
    await open(handling({ restricted: true }));
    write('做了什么', '去过他家');
    expect(JSON.stringify(window.localStorage)).not.toContain('去过他家');
  });

  it('is gone once the server has it', async () => {
    await open();
    write('做了什么', '去看过了');
    calls.progress.mockResolvedValue(handling({ changedAt: NOW }));
    await tap('记下来');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: '办这件事' }));
    expect(screen.getByLabelText('做了什么')).toHaveValue('');
  });
});

describe('what cannot be undone', () => {
  it('is asked once, and not done when the answer is no', async () => {
    await open();
    choose('办结');
    write('办理结果', '清好了');
    Taro.showModal.mockResolvedValueOnce({ confirm: false, cancel: true });
    await tap('办结');
    expect(calls.finish).not.toHaveBeenCalled();
    calls.finish.mockResolvedValue(handling({ stage: 'DONE', acts: [], changedAt: NOW }));
    await tap('办结');
    await waitFor(() => expect(calls.finish).toHaveBeenCalledTimes(1));
  });
});

describe('photos of a step', () => {
  it('are never asked for (BUR-02)', async () => {
    await open();
    choose('办结');
    write('办理结果', '清好了');
    expect(screen.getByText(/不拍也行/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '办结' })).not.toHaveAttribute('aria-disabled', 'true');
  });

  it('go under the act they belong to', async () => {
    await open();
    upload.mockResolvedValue('file-1');
    await tap('拍照，还能放 6 张');
    await waitFor(() => expect(upload).toHaveBeenCalledWith(expect.objectContaining({ fileNo: 0, purpose: 'ISSUE_PHOTO', path: 'tmp://photo-1' })));
    calls.progress.mockResolvedValue(handling({ changedAt: NOW }));
    await tap('记下来');
    await waitFor(() => expect(calls.progress).toHaveBeenCalledTimes(1));
    const [[sent]] = calls.progress.mock.calls as [[{ readonly requestId: string; readonly attachments: unknown }]];
    expect(sent.attachments).toEqual({ uploadId: sent.requestId, photos: ['file-1'] });
    expect(upload).toHaveBeenCalledWith(expect.objectContaining({ uploadId: sent.requestId }));
  });

  it('that did not arrive hold the act back and can be sent again', async () => {
    await open();
    write('做了什么', '去看过了');
    upload.mockRejectedValueOnce(new AppError({ code: 'OFFLINE' })).mockResolvedValue('file-1');
    await tap('拍照，还能放 6 张');
    expect(await screen.findByRole('button', { name: '有照片没传上，点它再传' })).toHaveAttribute('aria-disabled', 'true');
    Taro.showActionSheet.mockResolvedValueOnce({ tapIndex: 0 });
    fireEvent.click(screen.getByRole('button', { name: '第 1 张照片，没传上' }));
    await waitFor(() => expect(screen.getByRole('button', { name: '记下来' })).toBeInTheDocument());
  });

  it('that cannot be used are not sent again, but taken out', async () => {
    await open();
    write('做了什么', '去看过了');
    upload.mockRejectedValueOnce(new AppError({ code: 'FILE_TYPE', data: { found: 'html' } }));
    await tap('拍照，还能放 6 张');
    expect(await screen.findByRole('button', { name: '有照片用不了，删掉换一张' })).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByText('这个文件打不开，请换一个。')).toBeInTheDocument();
    Taro.showActionSheet.mockResolvedValueOnce({ tapIndex: 0 });
    fireEvent.click(screen.getByRole('button', { name: '第 1 张照片，用不了' }));
    expect(Taro.showActionSheet).toHaveBeenLastCalledWith({ itemList: ['删掉'] });
    await waitFor(() => expect(screen.getByRole('button', { name: '记下来' })).toBeInTheDocument());
    expect(screen.queryByText('这个文件打不开，请换一个。')).not.toBeInTheDocument();
  });
});

describe('putting a matter off (EVT-02)', () => {
  it('says until when at the latest', async () => {
    await open(handling({ acts: ['PROGRESS', 'SUSPEND'], pauseUntil: '2026-11-30' }));
    choose('停一停');
    expect(screen.getByText('最晚停到 11月30日（周一），停的日子加起来不超过原来的期限')).toBeTruthy();
  });

  it.each([['2026-11-30', undefined], ['2026-12-01', '最晚停到 11月30日（周一）']] as const)('to %s waits for %s', (until, waits) => {
    const input = { act: 'SUSPEND', text: '等材料', photos: [], uploadId: '', workdays: '', until, channel: '', basis: '', yes: undefined, to: undefined, assistants: [] } as const;
    expect(missing(input, { extensionLimit: 0, pauseUntil: '2026-11-30' })).toBe(waits);
  });
});

describe('a matter from a 12345 ticket (EVT-19)', () => {
  const ticket = { number: 'AK20261124007', answerBy: NOW + 86_400_000, linked: false };
  const shown = async (issue: ReturnType<typeof handling>) => {
    get.mockResolvedValue(issue);
    render(<Handle />);
    return within(await screen.findByRole('list', { name: '进度' })).getAllByRole('listitem').map(({ textContent }) => textContent);
  };

  it.each([
    ['nobody here rates it: it is put away', [ticket], '归档'],
    ['of a villager’s matter that a ticket came to the villager does', [{ ...ticket, linked: true }], '评价'],
    ['without a ticket its reporter does', undefined, '评价'],
  ] as const)('ends with what comes last: %s', async (_, tickets, last) => {
    const { tickets: __, ...plain } = handling();
    const stages = await shown({ ...plain, ...(tickets === undefined ? {} : { tickets: [...tickets] }) });
    expect(stages.at(-1)).toContain(last);
  });

  it('that is restricted is answered by whoever has it, who can copy the answer (EVT-14)', async () => {
    get.mockResolvedValue(handling({ restricted: true, stage: 'DONE', acts: [], tickets: [{ ...ticket, answer: '工单编号：AK20261124007' }] }));
    render(<Handle />);
    await screen.findByRole('button', { name: '复制答复' });
    expect(screen.getByText('请照着答复 12345')).toBeTruthy();
    expect(screen.queryByText(/镇上/)).toBeNull();
  });
});

describe('a reporter who hid their name', () => {
  it('stays 一位村民, without a number to call (EVT-16)', async () => {
    get.mockResolvedValue(handling({ nameHidden: true, reporter: '一位村民' }));
    render(<Handle />);
    expect((await screen.findAllByText('一位村民')).length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: /打电话给一位村民/ })).toBeNull();
  });
});
