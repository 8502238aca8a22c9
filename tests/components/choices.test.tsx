import { useState, type ReactNode } from 'react';
import { fireEvent, render, screen } from '@testing-library/react';
import { CategoryGrid } from '@/components/category-grid';
import { FilterTiles } from '@/components/filter-tiles';
import { Options } from '@/components/options';
import { SwitchRow } from '@/components/switch-row';

const GRADES = [
  { value: 'good', title: '满意' },
  { value: 'fair', title: '基本满意' },
  { value: 'bad', title: '不满意' },
  { value: 'unknown', title: '不了解' },
] as const;
type Grade = (typeof GRADES)[number]['value'];

function Ballot({ closed }: { readonly closed?: string }): ReactNode {
  const [value, setValue] = useState<Grade>();
  return <Options<Grade> label="您怎么评" options={GRADES} value={value} onChange={setValue} layout="two" closed={closed} />;
}
const checked = () => screen.getAllByRole('radio').filter((radio) => radio.getAttribute('aria-checked') === 'true').map((radio) => radio.textContent);

describe('options', () => {
  it('start with nothing chosen', () => {
    render(<Ballot />);
    expect(screen.getByRole('radiogroup', { name: '您怎么评' })).toBeInTheDocument();
    expect(checked()).toEqual([]);
  });

  it('hold one choice, marked by a tick and not by colour alone', () => {
    const { container } = render(<Ballot />);
    fireEvent.click(screen.getByRole('radio', { name: '基本满意' }));
    fireEvent.click(screen.getByRole('radio', { name: '不满意' }));
    expect(checked()).toEqual(['不满意']);
    expect(container.querySelectorAll('.icon--check')).toHaveLength(1);
  });

  it('are one stop for Tab, and arrows move the choice round the ends', () => {
    render(<Ballot />);
    expect(screen.getAllByRole('radio').map((radio) => radio.tabIndex)).toEqual([0, -1, -1, -1]);
    fireEvent.keyDown(screen.getByRole('radio', { name: '满意' }), { key: 'ArrowLeft' });
    expect(checked()).toEqual(['不了解']);
    expect(screen.getByRole('radio', { name: '不了解' })).toHaveFocus();
    fireEvent.keyDown(screen.getByRole('radio', { name: '不了解' }), { key: 'ArrowDown' });
    expect(checked()).toEqual(['满意']);
  });

  it('that are closed say why and cannot be chosen by tap or key', () => {
    render(<Ballot closed="11月26日已经截止" />);
    expect(screen.getByText('11月26日已经截止')).toBeInTheDocument();
    const first = screen.getByRole('radio', { name: '满意' });
    expect(first).toHaveAttribute('aria-disabled', 'true');
    fireEvent.click(first);
    fireEvent.keyDown(first, { key: 'ArrowRight' });
    fireEvent.keyDown(first, { key: 'Enter' });
    expect(checked()).toEqual([]);
  });
});

describe('the category grid', () => {
  it('tells which one is chosen', () => {
    const onChange = jest.fn();
    render(<CategoryGrid label="哪一类事" value="sanitation" onChange={onChange} items={[{ value: 'dispute', text: '邻里矛盾', icon: 'dispute' }, { value: 'sanitation', text: '卫生环境', icon: 'sanitation' }]} />);
    expect(checked()).toEqual(['卫生环境']);
    fireEvent.click(screen.getByRole('radio', { name: '邻里矛盾' }));
    expect(onChange).toHaveBeenCalledWith('dispute');
  });
});

describe('a switch row', () => {
  it('is the switch as a whole', () => {
    const onChange = jest.fn();
    render(<SwitchRow title="不让办事的人知道是我" line="只写“一位村民”" on={false} onChange={onChange} />);
    const row = screen.getByRole('switch', { name: '不让办事的人知道是我，只写“一位村民”' });
    expect(row).toHaveAttribute('aria-checked', 'false');
    fireEvent.click(row);
    expect(onChange).toHaveBeenCalledWith(true);
  });

  it('that is locked says why in place of its line', () => {
    const onChange = jest.fn();
    render(<SwitchRow title="写上我的名字" line="平常的话" on reason="投诉要实名" onChange={onChange} />);
    fireEvent.click(screen.getByRole('switch', { name: '写上我的名字，投诉要实名' }));
    expect(onChange).not.toHaveBeenCalled();
    expect(screen.queryByText('平常的话')).toBeNull();
  });
});

describe('the filter tiles of the desk', () => {
  it('read out what they count', () => {
    const onChange = jest.fn();
    render(<FilterTiles label="看哪些" value="all" onChange={onChange} tiles={[{ value: 'all', count: 5, text: '全部' }, { value: 'overdue', count: 1, text: '超期', tone: 'bad' }]} />);
    expect(screen.getByRole('tab', { name: '全部 5 件' })).toHaveAttribute('aria-selected', 'true');
    fireEvent.click(screen.getByRole('tab', { name: '超期 1 件' }));
    expect(onChange).toHaveBeenCalledWith('overdue');
  });

  it('are not red where there is nothing overdue', () => {
    const { container } = render(<FilterTiles label="看哪些" value="all" onChange={jest.fn()} tiles={[{ value: 'all', count: 0, text: '超期', tone: 'bad' }]} />);
    expect(container.querySelector('.c-tiles__count--bad')).toBeNull();
  });
});
