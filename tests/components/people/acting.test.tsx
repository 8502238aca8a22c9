/** Who is acting from now on is said past the page it was changed on. */
import { act, render, screen } from '@testing-library/react';
import Taro from '@tarojs/taro';
import Bind from '@/packages/people/bind';
import Family from '@/packages/people/family';
import { forgetPageData } from '@/hooks/use-page-data';
import { useRouter } from '../stand-ins/taro';
import { asked, choose, silent, tap, write } from '../party/server';

jest.mock('@/services/client', () => ({ api: jest.requireActual<{ api: unknown }>('../party/server').api }));

const showToast = Taro.showToast as unknown as jest.Mock;
const MOTHER = { id: 'mother', name: '王秀兰', relation: 'SELF', acting: true };
const SON = { id: 'son', name: '王小军', relation: 'FAMILY', acting: false };

/** What is said once more when the home page is there. */
function saidOnArrival(): unknown {
  expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/home/index' });
  showToast.mockClear();
  act(() => { Taro.eventCenter.trigger('__afterTaroRouterChange'); });
  return (showToast.mock.lastCall as readonly [{ readonly title: string }] | undefined)?.[0].title;
}

beforeEach(() => {
  forgetPageData();
  silent();
  (Taro as unknown as { forget: () => void }).forget();
  useRouter.mockReturnValue({ params: {} });
});

describe('who the phone acts for', () => {
  it('is said when it was changed', async () => {
    asked('people.claims').mockResolvedValue({ items: [] });
    asked('people.me').mockResolvedValue({ now: 0, family: [MOTHER, SON] });
    asked('people.actFor').mockResolvedValue({ person: { name: '王小军' } });
    render(<Family />);
    await screen.findByText('王小军');
    await tap(/王小军/);
    expect(asked('people.actFor')).toHaveBeenCalledWith({ personId: 'son' });
    expect(saidOnArrival()).toBe('现在是王小军');
  });

  it.each([
    [{}, '王秀兰，认得您了'],
    [{ family: '1' }, '办好了'],
  ])('is said when it was bound with %j', async (params, said) => {
    useRouter.mockReturnValue({ params });
    asked('people.me').mockResolvedValue({ now: 0, family: [] });
    asked('people.bindByName').mockResolvedValue({ person: { name: '王秀兰' } });
    render(<Bind />);
    choose(/^我在村里的名册上/);
    write('名字', '王秀兰');
    write('证件号最后四位', '1234');
    await tap(/^是[我他]$/);
    expect(saidOnArrival()).toBe(said);
  });
});
