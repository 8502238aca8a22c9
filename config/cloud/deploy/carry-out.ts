/** Carries a plan out, a step at a time; what is there already is left as it is. */
import { checksOf, BY_HAND, stepsOf } from './steps';
import type { DeployPlan } from './plan';

/** One run of `tcb`. */
export interface Ran {
  readonly status: number;
  readonly output: string;
}

export interface Hands {
  readonly tcb: (args: readonly string[]) => Ran;
  readonly say: (line: string) => void;
}

/** The environment, and a digest of the values its functions are given. */
export interface Where {
  readonly envId: string;
  readonly values: string;
}

/** Whether everything the CLI can do is as planned. A step that fails ends it: the next run goes on from there. */
export function carryOut(plan: DeployPlan, { envId, values }: Where, { tcb, say }: Hands): boolean {
  let changed = 0;
  for (const { what, args, unless } of stepsOf(plan, envId, values)) {
    if (unless !== undefined) {
      const seen = tcb(unless.args);
      if (seen.status === 0 && unless.done.every((sign) => seen.output.includes(sign))) {
        say(`= ${what}：没有变化`);
        continue;
      }
    }
    const { status, output } = tcb(args);
    if (status !== 0) {
      say(`! ${what}：没有成功。\n${output.trim()}\n改好以后再运行一次，会从这里接着做。`);
      return false;
    }
    changed += 1;
    say(`+ ${what}`);
  }
  const open = checksOf(envId).filter(({ args, wants }) => {
    const { status, output } = tcb(args);
    return status !== 0 || !wants.test(output);
  });
  for (const { otherwise } of open) say(`! ${otherwise}`);
  say(changed === 0 ? '没有要改的。' : `改了 ${changed} 处。`);
  say(`命令行做不了、要在控制台确认的：\n${BY_HAND.map((line) => `- ${line}`).join('\n')}`);
  return open.length === 0;
}
