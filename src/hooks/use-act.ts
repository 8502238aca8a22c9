import { useRef, useState } from 'react';
import { toast } from '@/components/toast';
import { errorWords } from '@/domain/wording/errors';
import { AppError } from '@/services/app-error';
import { newRequestId } from '@/services/request-id';
import { serverNow } from '@/services/server-clock';

interface Act<I> {
  readonly busy: boolean;
  /** What the last run was refused with; undefined while running and after a success. */
  readonly error: AppError | undefined;
  /** Its words, for a line beside the button. */
  readonly errorLine: string | undefined;
  /** Sends; a tap while one is under way does nothing. Answers whether the server agreed. */
  readonly run: (input: I) => Promise<boolean>;
  readonly forget: () => void;
}

interface Options<T> {
  readonly done: (answer: T) => void;
  /** Said in a toast when it went well. */
  readonly said?: string;
  /** The page shows the error itself; otherwise a toast does. */
  readonly quiet?: boolean;
}

/**
 * A change that answers a tap. A repeat of the same input after a lost reply carries the same request id, so that
 * nothing happens twice; another input is another tap (architecture section 3).
 */
export function useAct<I, T>(send: (requestId: string, input: I) => Promise<T>, { done, said, quiet = false }: Options<T>): Act<I> {
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: AppError | undefined }>({ busy: false, error: undefined });
  const running = useRef(false);
  const tapped = useRef<{ readonly content: string; readonly requestId: string } | undefined>(undefined);

  async function run(input: I): Promise<boolean> {
    if (running.current) return false;
    running.current = true;
    setState({ busy: true, error: undefined });
    const content = JSON.stringify(input) ?? '';
    if (tapped.current?.content !== content) tapped.current = { content, requestId: newRequestId() };
    try {
      const answer = await send(tapped.current.requestId, input);
      tapped.current = undefined;
      setState({ busy: false, error: undefined });
      if (said !== undefined) toast(said);
      done(answer);
      return true;
    } catch (thrown) {
      const error = AppError.from(thrown);
      setState({ busy: false, error });
      if (!quiet) toast(words(error));
      return false;
    } finally {
      running.current = false;
    }
  }

  return {
    ...state,
    errorLine: state.error === undefined ? undefined : words(state.error),
    run,
    forget: () => setState({ busy: false, error: undefined }),
  };
}

/** An error's words, with the number to quote where the server gave one. */
export function words(error: AppError): string {
  const line = errorWords(error.code, error.data, serverNow());
  return error.ref === undefined ? line : `${line}（编号 ${error.ref}）`;
}
