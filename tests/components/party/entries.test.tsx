/** Where the members' pages are reached from: only for members, only where the module is on (BUR-08), home only while something waits. */
import { render, screen, waitFor } from '@testing-library/react';
import Home from '@/pages/home';
import Me from '@/pages/me';
import { forgetPageData } from '@/hooks/use-page-data';
import { setServerNow } from '@/services/server-clock';
import { member, NOW } from './members';
import { asked, silent } from './server';

jest.mock('@/services/client', () => ({ api: jest.requireActual<{ api: unknown }>('./server').api }));

const villager = { ...member, person: { ...member.person, roles: [] } };
const switchedOff = { ...member, modules: { points: false } };

beforeEach(() => {
  forgetPageData();
  silent();
  setServerNow(NOW);
  asked('issues.mine').mockResolvedValue({ items: [] });
  asked('people.contacts').mockResolvedValue({ lines: [], chain: [], household: '' });
  asked('voting.mine').mockResolvedValue({ items: [] });
  asked('appraisals.mine').mockResolvedValue({ selfDue: false, boxes: 0 });
  asked('points.waiting').mockResolvedValue({ items: [] });
});

describe('我的', () => {
  it.each([['a member', member, 1], ['a villager', villager, 0], ['a member where the module is off', switchedOff, 0]])('of %s', async (_, who, rows) => {
    asked('people.me').mockResolvedValue(who);
    render(<Me />);
    await screen.findByText('收件箱');
    expect(screen.queryAllByRole('button', { name: /^我的积分/ })).toHaveLength(rows);
  });
});

describe('home', () => {
  it('has a row for the member only while something waits for them', async () => {
    asked('people.me').mockResolvedValue(member);
    const first = render(<Home />);
    await waitFor(() => expect(asked('points.waiting')).toHaveBeenCalled());
    expect(asked('points.mine')).not.toHaveBeenCalled();
    expect(screen.queryByText('支部想再问您一句')).toBeNull();
    first.unmount();
    forgetPageData();
    asked('points.waiting').mockResolvedValue({ items: [{ kind: 'ASKED', entryId: 'entry-1', text: '哪两家？' }] });
    asked('appraisals.mine').mockResolvedValue({ village: '610921107203', selfDue: true, boxes: 3 });
    render(<Home />);
    expect(await screen.findByText('支部想再问您一句')).toBeInTheDocument();
    expect(screen.getByText('写一写今年的自评')).toBeInTheDocument();
    expect(screen.getByText('民主测评，还有 3 位等您')).toBeInTheDocument();
  });

  it.each([['a villager', villager], ['a member where the module is off', switchedOff]])('asks nothing of the branch for %s', async (_, who) => {
    asked('people.me').mockResolvedValue(who);
    render(<Home />);
    await screen.findByText('我要报事');
    expect(asked('points.waiting')).not.toHaveBeenCalled();
    expect(asked('appraisals.mine')).not.toHaveBeenCalled();
  });
});
