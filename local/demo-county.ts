/** Makes the demo county into the data folder, for the server that forked this (`demo/apart.ts`), with the same environment. */
import { ensureDemoCounty } from './demo/county';
import { readEnvironment } from './environment';
import { openInstallation } from './installation';
import { runCommand } from './run-command';

async function run(): Promise<number> {
  process.once('disconnect', orphaned);
  const environment = readEnvironment(process.env);
  if (environment.demo === 'off') return 1;
  const { platform, store, log } = await openInstallation(environment);
  try {
    await ensureDemoCounty(platform, environment.demo, environment.demoWeeks, ({ town, done, of }) => process.stdout.write(`${town} ${done}/${of}\n`));
  } finally {
    await store.close();
    log.flush();
  }
  // A process that listens to its parent does not end by itself.
  process.off('disconnect', orphaned);
  return 0;
}

/** Whoever waited for the county is gone: the next start goes on where this stopped. */
function orphaned(): void {
  process.exit(1);
}

runCommand(run, 1);
