/** The server as these pages meet it: each procedure a mock, by name. */
import { act, fireEvent, screen } from '@testing-library/react';

const mocks = new Map<string, jest.Mock>();

/** `points.claim` and so on; the same mock for the whole file. */
export function asked(procedure: string): jest.Mock {
  const known = mocks.get(procedure) ?? jest.fn();
  mocks.set(procedure, known);
  return known;
}

/** Forgets what was asked, and has every procedure refuse until it is told what to answer. */
export function silent(): void {
  for (const mock of mocks.values()) mock.mockReset();
}

const context = (name: string): unknown => new Proxy({}, { get: (_, procedure: string) => (input: unknown): unknown => asked(`${name}.${procedure}`)(input) ?? new Promise(() => undefined) });

export const api = new Proxy({}, { get: (_, name: string) => context(name) });

export async function tap(name: string | RegExp): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
    await Promise.resolve();
  });
}

export const choose = (name: string | RegExp): void => { fireEvent.click(screen.getByRole('radio', { name })); };
export const write = (label: string, value: string): void => { fireEvent.change(screen.getByLabelText(label, { selector: 'input, textarea' }), { target: { value } }); };
export const lastOf = (procedure: string): Readonly<Record<string, unknown>> => (asked(procedure).mock.lastCall as readonly [Readonly<Record<string, unknown>>])[0];
