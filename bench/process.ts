/** A server under measurement: started, watched through the operating system's own counts, stopped. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const CLOCK_TICKS_A_SECOND = 100;

export interface Running {
  readonly port: number;
  /** User and system CPU so far, in ms. */
  cpuMs(): number;
  /** Resident memory now, in MB. */
  rssMb(): number;
  stop(): Promise<void>;
}

/** Starts a Node program and waits until `ready` answers its port from what it prints. */
export async function start(args: readonly string[], environment: Readonly<Record<string, string>>, ready: (line: string) => number | undefined, patienceMs = 300_000): Promise<Running> {
  const child = spawn(process.execPath, [...args], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
  // A bench that is broken off, or a server that never gets ready, leaves no server behind.
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.removeListener('exit', kill));
  const port = await portOf(child, ready, patienceMs).catch((error: unknown) => {
    kill();
    throw error;
  });
  // The pipe must be read to its end, or a talkative server stops when it is full.
  child.stdout?.resume();
  return {
    port,
    cpuMs: () => cpuMsOf(child.pid),
    rssMb: () => rssMbOf(child.pid),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await Promise.race([ended, pause(10_000, undefined, { ref: false })]);
      child.kill('SIGKILL');
    },
  };
}

function portOf(child: ChildProcess, ready: (line: string) => number | undefined, patienceMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the server did not start in time')), patienceMs);
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      // The last piece may still be growing: half a port is another port.
      for (const line of printed.split('\n').slice(0, -1)) {
        const port = ready(line);
        if (port === undefined) continue;
        clearTimeout(timer);
        child.stdout?.removeAllListeners('data');
        resolve(port);
        return;
      }
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code ?? 'a signal'} before it was ready`)));
  });
}

function cpuMsOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid ?? 0}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / CLOCK_TICKS_A_SECOND;
}

function rssMbOf(pid: number | undefined): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) / 1024;
}
