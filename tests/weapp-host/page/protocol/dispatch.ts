import type { Messages } from './messages';

/** Messages after which the app has something to do before it is looked at again. */
const CHANGES_THE_PAGE = /^Element\.(tap|trigger|touch|callFunction|callMethod|setData)|^Page\.(set|call)|^Host\.(settle|setPhone)|^App\.callFunction/;

/** Answers one message, once the page has drawn what it set off. */
export async function dispatch(messages: Messages, method: string, params: unknown): Promise<unknown> {
  const { [method]: answer } = messages;
  if (answer === undefined) throw new Error(`${method} is not modelled by the host`);
  const result: unknown = await answer(params as never);
  if (CHANGES_THE_PAGE.test(method)) await settled();
  return result;
}

/** A task, a frame and a task: the app's handlers, the drawing, and what hangs on it. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => requestAnimationFrame(() => setTimeout(resolve, 0)), 0);
  });
}
