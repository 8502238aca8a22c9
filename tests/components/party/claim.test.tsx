/** A deed in under a minute (PTY-05, BUR-02), kept on the phone until the server has it. */
import { act, render, screen, waitFor } from '@testing-library/react';
import Claim from '@/packages/party/claim';
import { forgetPageData } from '@/hooks/use-page-data';
import { AppError } from '@/services/app-error';
import { setServerNow } from '@/services/server-clock';
import Taro, { useRouter } from '../stand-ins/taro';
import { entry, itemsAnswer, member, NOW, ownYear } from './members';
import { asked, choose, lastOf, silent, tap, write } from './server';

const upload = jest.fn();
jest.mock('@/services/choose-in-browser', () => ({ chooseInBrowser: jest.fn(() => Promise.resolve([{ name: 'photo-1', path: 'tmp://photo-1' }])) }));
jest.mock('@/services/client', () => ({ api: jest.requireActual<{ api: unknown }>('./server').api }));
jest.mock('@/services/uploads', () => ({ upload: (file: unknown): unknown => upload(file) }));

beforeEach(() => {
  forgetPageData();
  silent();
  upload.mockReset();
  setServerNow(NOW);
  useRouter.mockReturnValue({ params: {} });
  asked('people.me').mockResolvedValue(member);
  asked('points.mine').mockResolvedValue(ownYear());
  asked('points.items').mockResolvedValue(itemsAnswer);
  asked('points.claim').mockResolvedValue(entry({ entryId: 'new' }));
});

async function open(params: Record<string, string> = {}): Promise<void> {
  useRouter.mockReturnValue({ params });
  render(<Claim />);
  await screen.findByLabelText('做了什么');
}

describe('a deed', () => {
  it('for a pledge needs a choice, an item and a sentence; the day is today and nothing else is asked', async () => {
    await open({ pledge: 'p3' });
    expect(screen.getByRole('radio', { name: /义务清沟 4 次/ })).toHaveAttribute('aria-checked', 'true');
    choose('公益志愿');
    choose(/义务清沟、修路/);
    write('做了什么', '带人清了三组的水沟');
    await tap('报上去');
    expect(lastOf('points.claim')).toEqual({ requestId: expect.any(String) as string, on: '2026-11-25', item: 'clear', text: '带人清了三组的水沟', pledgeId: 'p3', amount: 1 });
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/packages/party/entry/index?id=new&new=1' });
  });

  it('from the list says what it brings and what is left of it this year', async () => {
    await open();
    choose(/承诺以外的事/);
    choose('公益志愿');
    expect(screen.getByRole('radio', { name: '义务清沟、修路，一次 +2 分，今年还能加 6 分' })).toBeInTheDocument();
    choose('调解纠纷');
    expect(screen.getByRole('radio', { name: '调解一起纠纷，一次 +3 分，今年已经加满，照样可以报' })).toHaveAttribute('aria-checked', 'true');
    write('做了什么', '两家说好了');
    await tap('报上去');
    expect(lastOf('points.claim')).not.toHaveProperty('pledgeId');
    expect(lastOf('points.claim')).toMatchObject({ item: 'mediate' });
  });

  it('offers nothing that takes points away', async () => {
    await open();
    choose(/承诺以外的事/);
    expect(screen.queryByRole('radio', { name: '履行义务' })).toBeNull();
  });

  it('takes the item under which the pledge was reported last', async () => {
    asked('points.mine').mockResolvedValue(ownYear({ entries: [entry({ pledge: { id: 'p3', text: '义务清沟 4 次' }, item: 'care' })] }));
    await open({ pledge: 'p3' });
    expect(screen.getByRole('radio', { name: /关爱帮扶/ })).toHaveAttribute('aria-checked', 'true');
  });

  it('with gaps says all of them and sends nothing', async () => {
    await open();
    await tap('报上去');
    expect(screen.getByText('还差 2 样')).toBeInTheDocument();
    expect(screen.getAllByText('写一句做了什么').length).toBeGreaterThan(0);
    expect(asked('points.claim')).not.toHaveBeenCalled();
  });

  it('asks for photos, a place, or how many were helped only behind a tap (BUR-02)', async () => {
    await open();
    expect(screen.queryByText('照片')).toBeNull();
    await tap('想加照片、地方，不加也算');
    expect(screen.getByText('照片', { exact: false })).toBeInTheDocument();
    write('帮到几个人', 'x');
    await tap('报上去');
    expect(screen.getAllByText('帮到几个人，填数字，或者不填').length).toBeGreaterThan(0);
  });

  it('goes with its photos under the id they were sent under', async () => {
    upload.mockResolvedValue('file-1');
    await open({ pledge: 'p3' });
    choose('公益志愿');
    choose(/义务清沟、修路/);
    write('做了什么', '清沟');
    await tap('想加照片、地方，不加也算');
    await tap(/^拍照/);
    await waitFor(() => expect(upload).toHaveBeenCalled());
    const { uploadId } = (upload.mock.calls as [[{ uploadId: string }]])[0][0];
    await act(async () => { await Promise.resolve(); });
    await tap('报上去');
    expect(lastOf('points.claim')).toMatchObject({ requestId: uploadId, attachments: { uploadId, photos: ['file-1'] } });
  });

  it('stays on the phone when the line is lost, and after the app was closed it is still the same one', async () => {
    await open({ pledge: 'p3' });
    choose('公益志愿');
    choose(/义务清沟、修路/);
    write('做了什么', '清沟半天');
    asked('points.claim').mockRejectedValueOnce(new AppError({ code: 'TIMEOUT' }));
    await tap('报上去');
    expect(screen.getByText('等得太久没有回音，请再试一次，不会重复。')).toBeInTheDocument();
    const first = lastOf('points.claim');
    screen.getByLabelText('做了什么', { selector: 'textarea' });
    document.body.innerHTML = '';
    await open({ pledge: 'p3' });
    expect(screen.getByLabelText('做了什么', { selector: 'textarea' })).toHaveValue('清沟半天');
    await tap('报上去');
    expect(lastOf('points.claim')).toEqual(first);
  });

  it('is gone from the phone once the server has it', async () => {
    await open({ pledge: 'p3' });
    choose('公益志愿');
    choose(/义务清沟、修路/);
    write('做了什么', '清沟半天');
    await tap('报上去');
    expect(Object.keys(window.localStorage).filter((key) => key.startsWith('page:form:'))).toEqual([]);
  });
});
