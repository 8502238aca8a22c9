/** What members see of one another, and the village of its members (PTY-10, 15, BUR-01). */
import { render, screen } from '@testing-library/react';
import BranchList from '@/packages/party/branch';
import Publications from '@/packages/party/publication';
import VillagePledges from '@/packages/party/village';
import { forgetPageData } from '@/hooks/use-page-data';
import { setServerNow } from '@/services/server-clock';
import { useRouter } from '../stand-ins/taro';
import { member, NOW, ownYear, pledge, publication, VILLAGE } from './members';
import { asked, lastOf, silent, tap, write } from './server';

jest.mock('@/services/client', () => ({ api: jest.requireActual<{ api: unknown }>('./server').api }));

beforeEach(() => {
  forgetPageData();
  silent();
  setServerNow(NOW);
  useRouter.mockReturnValue({ params: {} });
  asked('people.me').mockResolvedValue(member);
});

const { score } = ownYear();
const listed = { category: 'B', pledges: { confirmed: 2, kept: 1, waiting: 0 }, vetoed: false, left: false, own: false } as const;

describe('the branch’s list', () => {
  it('stands in the order of names that the server gave, whatever the points', async () => {
    asked('points.branch').mockResolvedValue({ name: '堰坪村党支部', cycle: 2026, members: [
      { ...listed, personId: 'deng', name: '邓明珠', score: { ...score, total: 600 } }, { ...listed, personId: 'li', name: '李国平', score, own: true }, { ...listed, personId: 'tian', name: '田小雨', score: { ...score, total: 900 } },
    ] });
    const { container } = render(<BranchList />);
    await screen.findByText('邓明珠');
    expect([...container.querySelectorAll('.c-row__title')].map((row) => row.textContent)).toEqual(['邓明珠', '李国平（您）', '田小雨']);
    expect(screen.getByText(/按姓名排，不排名次/)).toBeInTheDocument();
    expect(asked('points.branch')).toHaveBeenCalledWith({ village: VILLAGE });
  });
});

describe('the quarterly publication', () => {
  it('marks one’s own line and takes an objection to any of them within the time', async () => {
    asked('points.publications').mockResolvedValue({ items: [publication({ n: 2, upTo: '2026-06-30', mayObject: false }), publication()] });
    asked('points.objectTo').mockResolvedValue({ done: true });
    render(<Publications />);
    expect(await screen.findByText('第 3 季度')).toBeInTheDocument();
    expect(screen.getByText('田小雨说田小雨：八月清沟那次没有记')).toBeInTheDocument();
    await tap('李国平，您，71 分，基础 60，加 12.5，扣 1.5，提异议');
    write('哪里不对', '少记了一次清沟');
    await tap('提异议');
    expect(lastOf('points.objectTo')).toMatchObject({ village: VILLAGE, cycle: 2026, n: 3, about: 'li', text: '少记了一次清沟' });
  });

  it('after the time is only to be read', async () => {
    asked('points.publications').mockResolvedValue({ items: [publication({ mayObject: false })] });
    render(<Publications />);
    expect(await screen.findByText(/提异议的时间过了/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /提异议/ })).toBeNull();
  });
});

describe('what the village sees of its members', () => {
  const members = [{ personId: 'li', name: '李国平', pledges: [pledge(), pledge({ text: '带 2 户种好烤烟', target: 2, done: 2, unit: '户' })], deeds: [{ on: '2026-11-15', text: '清沟半天' }] }];

  it('is pledges and deeds, and no points (PTY-15)', async () => {
    asked('points.village').mockResolvedValue({ name: '堰坪村', cycle: 2026, members });
    const { container } = render(<VillagePledges />);
    for (const words of ['堰坪村的党员', '每月走访联系的 3 户人家', '10 / 12 次', '做到了，2 户', '11月15日，清沟半天']) expect(await screen.findByText(words)).toBeInTheDocument();
    expect(container.textContent).not.toMatch(/\d 分/);
  });

  it('is points as well only where the server gave them', async () => {
    asked('points.village').mockResolvedValue({ name: '堰坪村', cycle: 2026, members: members.map((one) => ({ ...one, total: 725 })) });
    render(<VillagePledges />);
    expect(await screen.findByText('72.5 分')).toBeInTheDocument();
  });
});
