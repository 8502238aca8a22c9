import { fireEvent, render, screen, within } from '@testing-library/react';
import { DataTable } from '@/components/desk/data-table';
import { DesktopShell } from '@/components/desk/desktop-shell';
import { RateCard } from '@/components/desk/rate-card';
import { TrendChart } from '@/components/desk/trend-chart';
import { plotOf, topOf } from '@/components/desk/trend-chart/plot';

function setWidth(wide: boolean): void {
  jest.spyOn(window, 'matchMedia').mockImplementation((query) => ({ media: query, matches: wide, addListener: () => undefined, removeListener: () => undefined }) as unknown as MediaQueryList);
}
afterEach(() => jest.restoreAllMocks());

describe('a rate', () => {
  it('never stands without what was divided by what', () => {
    render(<RateCard title="满意率" value="91.3" unit="%" permille={913} line="满意 157 ÷ 已评价 172；未评价 38 件不算" change={{ direction: 'down', good: false, text: '比上月 −0.8' }} />);
    expect(screen.getByText('满意 157 ÷ 已评价 172；未评价 38 件不算')).toBeInTheDocument();
    expect(screen.getByText('比上月 −0.8')).toBeInTheDocument();
  });
});

describe('the trend', () => {
  const series = [{ name: '新报', values: [48, 61] }, { name: '办结', values: [44, 58] }];

  it('is told in one sentence, and each line carries its name and last figure', () => {
    render(<TrendChart label="近两周，新报从 48 到 61，办结从 44 到 58" ticks={['11-16', '11-23']} series={series} />);
    const chart = screen.getByRole('img', { name: '近两周，新报从 48 到 61，办结从 44 到 58' });
    expect(within(chart).getByText('新报 61')).toBeInTheDocument();
    expect(within(chart).getByText('办结 58')).toBeInTheDocument();
  });

  it('tells its lines apart by marker and dash, not by colour alone', () => {
    const { container } = render(<TrendChart label="x" ticks={['a', 'b']} series={series} />);
    expect(container.querySelectorAll('circle')).toHaveLength(2);
    expect(container.querySelectorAll('rect')).toHaveLength(2);
    expect(container.querySelectorAll('.c-trend__line--second')).toHaveLength(1);
  });

  it.each([[70, 80], [1, 4], [9, 20], [100, 200], [0, 4], [401, 800]])('has an axis from 0 whose top is round: %i -> %i', (most, top) => {
    expect(topOf([{ name: 'x', values: [most] }])).toBe(top);
  });

  it('never writes one name over another', () => {
    const plot = plotOf({ width: 600, height: 190, count: 2, top: 80 });
    expect(Math.abs(plot.label(0, series) - plot.label(1, series))).toBeGreaterThanOrEqual(20);
    const same = [{ name: 'a', values: [5] }, { name: 'b', values: [5] }];
    expect(Math.abs(plot.label(0, same) - plot.label(1, same))).toBeGreaterThanOrEqual(20);
  });
});

describe('a table', () => {
  it('has a caption and column heads', () => {
    render(<DataTable caption="超期的事" rowKey={(row) => row.id} rows={[{ id: '1', name: '二组蓄水池漏水', days: 3 }]} columns={[{ key: 'name', head: '事项', cell: (row) => row.name }, { key: 'days', head: '超期天数', cell: (row) => row.days, numeric: true }]} />);
    expect(screen.getByRole('table', { name: '超期的事' })).toBeInTheDocument();
    expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual(['事项', '超期天数']);
    expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['二组蓄水池漏水', '3']);
  });
});

describe('the desk', () => {
  const onGo = jest.fn();
  const desk = <DesktopShell title="总览" brand="汉阴321" place="漩涡镇" at="overview" onGo={onGo} menu={[{ key: 'overview', text: '总览', icon: 'chart' }, { key: 'issues', text: '事项', icon: 'inbox', count: 37 }]}>内容</DesktopShell>;

  it('has a side menu on a computer', () => {
    setWidth(true);
    render(desk);
    expect(screen.getByRole('link', { name: '总览' })).toHaveAttribute('aria-current', 'page');
    fireEvent.click(screen.getByRole('link', { name: '事项，37 件等着' }));
    expect(onGo).toHaveBeenCalledWith('issues');
  });

  it('is a phone page on a phone', () => {
    setWidth(false);
    render(desk);
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(screen.getByRole('heading', { level: 1, name: '总览' })).toBeInTheDocument();
    expect(screen.getByText('内容')).toBeInTheDocument();
  });
});
