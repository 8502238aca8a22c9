import { useState, type ReactNode } from 'react';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Sheet } from '@/components/sheet';

function Desk({ busy = false, error }: { readonly busy?: boolean; readonly error?: string }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button text="办理" onTap={() => setOpen(true)} />
      <Sheet open={open} title="办理：排水沟堵了" line="还剩 2 天" onClose={() => setOpen(false)} busy={busy} error={error} bar={<Bar main={{ text: '提交办结', onTap: jest.fn() }} />}>
        内容
      </Sheet>
    </>
  );
}

function open(ui: ReactNode): HTMLElement {
  render(ui);
  const opener = screen.getByRole('button', { name: '办理' });
  opener.focus();
  fireEvent.click(opener);
  return opener;
}
const closed = () => expect(screen.queryByRole('dialog')).toBeNull();

describe('a sheet', () => {
  it('is a dialog with a name, and takes the focus', () => {
    open(<Desk />);
    const dialog = screen.getByRole('dialog', { name: '办理：排水沟堵了' });
    expect(dialog).toHaveAttribute('aria-modal', 'true');
    expect(dialog).toHaveFocus();
  });

  it('keeps Tab inside', () => {
    open(<Desk />);
    const last = screen.getByRole('button', { name: '提交办结' });
    last.focus();
    fireEvent.keyDown(last, { key: 'Tab' });
    expect(screen.getByRole('button', { name: '关闭' })).toHaveFocus();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Tab', shiftKey: true });
    expect(last).toHaveFocus();
  });

  it('closes on 关闭, and gives the focus back', () => {
    const opener = open(<Desk />);
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    closed();
    expect(opener).toHaveFocus();
  });

  it('closes on Escape', () => {
    open(<Desk />);
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    closed();
  });

  it('closes on the browser’s back and leaves the page', async () => {
    const before = window.location.href;
    open(<Desk />);
    act(() => window.history.back());
    await waitFor(closed);
    expect(window.location.href).toBe(before);
  });

  it('does not close while it is sending', () => {
    open(<Desk busy />);
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    expect(screen.getByRole('dialog')).toBeInTheDocument();
  });

  it('says what went wrong inside itself', () => {
    open(<Desk error="没交上去，再点一次试试" />);
    expect(screen.getByRole('alert')).toHaveTextContent('没交上去，再点一次试试');
  });
});
