/** Structured lines to standard output, gathered for a moment: a write a line would cost more than the call it tells of. */
export interface Log {
  readonly line: (line: Readonly<Record<string, unknown>>) => void;
  readonly flush: () => void;
}

const GATHER_MS = 100;
const GATHER_LINES = 200;

export function openLog(on: boolean): Log {
  if (!on) return { line: () => undefined, flush: () => undefined };
  let lines: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (lines.length === 0) return;
    process.stdout.write(`${lines.join('\n')}\n`);
    lines = [];
  }
  return {
    line(line) {
      lines.push(JSON.stringify(line));
      if (lines.length >= GATHER_LINES) flush();
      else timer ??= setTimeout(flush, GATHER_MS).unref();
    },
    flush,
  };
}
