import { fireEvent, render, screen } from '@testing-library/react';
import { ErrorSummary } from '@/components/error-summary';
import { Field, Input, TextArea } from '@/components/field';
import { PlaceRow } from '@/components/place-row';

describe('a field', () => {
  it('has a name, says how to put it right, and is marked as wrong', () => {
    render(<Field label="是什么事" error="写一句，或者点下面说一段"><TextArea label="是什么事" value="" onInput={jest.fn()} maxLength={500} invalid /></Field>);
    expect(screen.getByText('写一句，或者点下面说一段')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: '是什么事' })).toHaveAttribute('aria-invalid', 'true');
  });

  it('hands on what is typed and counts it', () => {
    const onInput = jest.fn();
    render(<TextArea label="是什么事" value="水沟堵了" onInput={onInput} maxLength={500} />);
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '水沟堵了三天' } });
    expect(onInput).toHaveBeenCalledWith('水沟堵了三天');
    expect(screen.getByText('4 / 500')).toBeInTheDocument();
  });

  it('of one line has a name too', () => {
    render(<Field label="您的名字"><Input label="您的名字" value="" onInput={jest.fn()} /></Field>);
    expect(screen.getByRole('textbox', { name: '您的名字' })).toBeInTheDocument();
  });
});

describe('the error summary', () => {
  const page = (errors: readonly { id?: string; text: string }[]) => (
    <>
      <ErrorSummary errors={errors} />
      <Field label="是什么事" id="what"><TextArea label="是什么事" value="" onInput={jest.fn()} maxLength={500} /></Field>
    </>
  );

  it('is not there while nothing is missing', () => {
    render(page([]));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('takes the focus, counts what is missing, and leads to the field', () => {
    const { rerender } = render(page([]));
    rerender(page([{ id: 'what', text: '说一句是什么事，就能报了' }]));
    expect(screen.getByRole('alert')).toHaveTextContent('还差 1 样');
    expect(document.activeElement).toHaveAttribute('id', 'error-summary');
    fireEvent.click(screen.getByRole('link', { name: '说一句是什么事，就能报了' }));
    expect(screen.getByRole('textbox', { name: '是什么事' })).toHaveFocus();
  });

  it('does not take the focus again while the person is putting the same thing right', () => {
    const errors = [{ id: 'what', text: '说一句是什么事，就能报了' }];
    const { rerender } = render(page(errors));
    screen.getByRole('textbox').focus();
    rerender(page([...errors]));
    expect(screen.getByRole('textbox')).toHaveFocus();
  });
});

describe('the place', () => {
  it('is one’s own grid, and can be changed', () => {
    const onChange = jest.fn();
    render(<PlaceRow title="三组，我家这一片" onChange={onChange} />);
    fireEvent.click(screen.getByRole('button', { name: '在哪里：三组，我家这一片，改' }));
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('that nobody has named yet is chosen, not changed', () => {
    render(<PlaceRow title="还没选" empty onChange={jest.fn()} />);
    expect(screen.getByRole('button', { name: '在哪里：还没选，选' })).toHaveTextContent('选');
    expect(screen.queryByText('改')).toBeNull();
  });
});
