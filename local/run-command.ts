/** Runs a command of this folder: its answer is the process's exit code, and what it did not expect is written out and ends it. */
export function runCommand(run: () => Promise<number>, unexpected: number): void {
  run().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = unexpected;
    },
  );
}
