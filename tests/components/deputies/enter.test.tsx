/** What the presidium and its station enter: the first station of a town that has no directory yet (DEP-02). */
import { render, screen } from '@testing-library/react';
import Enter from '@/packages/deputies/enter';
import { forgetPageData } from '@/hooks/use-page-data';
import { AppError } from '@/services/app-error';
import { useRouter } from '../stand-ins/taro';
import { asked, lastOf, silent, tap, write } from '../party/server';

jest.mock('@/services/client', () => ({ api: jest.requireActual<{ api: unknown }>('../party/server').api }));

const TOWN = '610921108';

beforeEach(() => {
  forgetPageData();
  silent();
  useRouter.mockReturnValue({ params: { town: TOWN, what: 'station' } });
});

describe('the first station of a town', () => {
  it('is entered where there is no directory yet', async () => {
    asked('deputies.towns').mockResolvedValue({ items: [] });
    asked('deputies.saveStation').mockReturnValue(new Promise(() => undefined));
    render(<Enter />);
    await screen.findByText('站名');
    write('站名', '双乳代表联络站');
    write('在哪里', '双乳镇政府一楼');
    expect(screen.getByRole('button', { name: '先填什么时候开门' })).toHaveAttribute('aria-disabled', 'true');
    write('什么时候开门', '周一到周五 8:30 到 17:30');
    await tap('存下来');
    expect(lastOf('deputies.saveStation')).toMatchObject({ town: TOWN, name: '双乳代表联络站', hours: '周一到周五 8:30 到 17:30' });
    expect(asked('deputies.directory')).not.toHaveBeenCalled();
  });

  it('that could not be read says so on a page with a way back', async () => {
    asked('deputies.towns').mockRejectedValue(new AppError({ code: 'INTERNAL', ref: 'K3F7' }));
    render(<Enter />);
    expect(await screen.findByText('没打开')).toBeInTheDocument();
    expect(screen.getByText('录入')).toBeInTheDocument();
  });
});
