import { fireEvent, render, screen } from '@testing-library/react';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Row } from '@/components/row';
import { Tap } from '@/components/tap';

describe('a button', () => {
  it('says what will happen, and does it', () => {
    const onTap = jest.fn();
    render(<Button text="报上去" kind="fill" onTap={onTap} />);
    fireEvent.click(screen.getByRole('button', { name: '报上去' }));
    expect(onTap).toHaveBeenCalledTimes(1);
  });

  it('that cannot be used says why, and does nothing', () => {
    const onTap = jest.fn();
    render(<Button text="投出去" onTap={onTap} reason="选一个，就能投" />);
    const button = screen.getByRole('button', { name: '选一个，就能投' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    fireEvent.click(button);
    expect(onTap).not.toHaveBeenCalled();
  });

  it('that is at work is locked and says so', () => {
    const onTap = jest.fn();
    render(<Button text="报上去" onTap={onTap} busy="正在报上去…" />);
    const button = screen.getByRole('button', { name: '正在报上去…' });
    expect(button).toHaveAttribute('aria-busy', 'true');
    fireEvent.click(button);
    expect(onTap).not.toHaveBeenCalled();
  });

  it.each(['Enter', ' '])('answers the key "%s"', (key) => {
    const onTap = jest.fn();
    render(<Button text="催一下" onTap={onTap} />);
    fireEvent.keyDown(screen.getByRole('button'), { key });
    expect(onTap).toHaveBeenCalledTimes(1);
  });

  it('inside a row that is tapped does not tap the row', () => {
    const row = jest.fn();
    const inner = jest.fn();
    render(<Tap onTap={row} label="整行"><Button text="里面" onTap={inner} /></Tap>);
    fireEvent.click(screen.getByRole('button', { name: '里面' }));
    fireEvent.keyDown(screen.getByRole('button', { name: '里面' }), { key: 'Enter' });
    expect(inner).toHaveBeenCalledTimes(2);
    expect(row).not.toHaveBeenCalled();
  });
});

describe('the bar of a page', () => {
  it('has one main button and one line that says what follows', () => {
    render(<Bar main={{ text: '投出去', onTap: jest.fn() }} hint="投出去就不能改了" />);
    expect(screen.getAllByRole('button')).toHaveLength(1);
    expect(screen.getByText('投出去就不能改了')).toBeInTheDocument();
  });

  it('may have a lesser act beside it', () => {
    render(<Bar main={{ text: '提交办结', onTap: jest.fn() }} second={{ text: '先存着', onTap: jest.fn() }} />);
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['先存着', '提交办结']);
  });
});

describe('a row', () => {
  it('taps as a whole and is read as a whole', () => {
    const onTap = jest.fn();
    render(<Card flush><Row icon="ballot" tone="you" title="垃圾清运费收多少，投一票" line="还剩 3 天，11月26日截止" onTap={onTap} /></Card>);
    fireEvent.click(screen.getByRole('button', { name: '垃圾清运费收多少，投一票，还剩 3 天，11月26日截止' }));
    expect(onTap).toHaveBeenCalledTimes(1);
  });

  it('that leads nowhere is no button', () => {
    render(<Row title="编号 1120-036" />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
