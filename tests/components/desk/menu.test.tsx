/** What the side menu offers to whom, and how the county's clerk says which village. */
import { fireEvent, render, screen } from '@testing-library/react';
import { menuOf } from '@/packages/desk/menu';
import People from '@/packages/desk/people';
import { forgetPageData } from '@/hooks/use-page-data';
import type { Me } from '@/services/views';
import Taro from '../stand-ins/taro';
import { me } from './matters';

type Role = NonNullable<Me['person']>['roles'][number]['role'];
type Kind = NonNullable<Me['person']>['desks'][number]['kind'];

function holding(role: Role, kind?: Kind): Me {
  const { person } = me;
  if (person === undefined) throw new Error('somebody sits at the desk');
  const desks = kind === undefined ? [] : [{ post: kind === 'COUNTY' ? '610921' : '610921107203', duty: '', area: '', kind }];
  return { ...me, person: { ...person, roles: [{ role, area: '610921', areaName: '汉阴县' }], desks } };
}
const clerk = holding('COUNTY_CLERK');

jest.mock('@/services/client', () => ({
  api: {
    people: {
      me: () => Promise.resolve(clerk),
      places: ({ town }: { town?: string }) => Promise.resolve(town === undefined ? { towns: [{ code: '610921107', name: '漩涡镇' }], villages: [], grids: [] } : { towns: [], villages: [{ code: '610921107202', name: '堰坪村' }], grids: [] }),
    },
  },
}));

const keys = (who: Me) => menuOf(who).map(({ key }) => key);

describe('the menu', () => {
  it('of a county\'s clerk leads to single persons, posts and checks too, not to the import alone', () => {
    expect(keys(clerk)).toEqual(expect.arrayContaining(['posts', 'check', 'people', 'requests', 'roster']));
    expect(keys(clerk)).not.toContain('review');
  });

  it('of the county\'s office has what people say of the app (BUR-06)', () => {
    expect(keys(holding('COUNTY_OFFICE', 'COUNTY'))).toContain('requests');
  });

  it('of a head or a village\'s officer is as it was', () => {
    expect(keys(me)).not.toContain('requests');
    // Of a town's as well: what a village has nobody for comes there (WX-09).
    expect(keys(holding('TOWN_DESK', 'TOWN'))).toContain('review');
    expect(keys(me)).not.toContain('review');
    expect(keys(holding('VILLAGE_DUTY', 'VILLAGE'))).toEqual(expect.arrayContaining(['posts', 'check', 'people', 'requests', 'review']));
  });
});

it('a clerk who opens the roster\'s page says which village, and it stays in the address', async () => {
  forgetPageData();
  const go = jest.spyOn(Taro, 'redirectTo');
  render(<People />);
  fireEvent.click(await screen.findByRole('button', { name: '选镇' }));
  fireEvent.click(await screen.findByRole('radio', { name: '漩涡镇' }));
  fireEvent.click(await screen.findByRole('button', { name: '选村' }));
  fireEvent.click(await screen.findByRole('radio', { name: '堰坪村' }));
  expect(go).toHaveBeenCalledWith({ url: '/packages/desk/people/index?village=610921107202' });
});
