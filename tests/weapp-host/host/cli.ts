/**
 * The host as a process: reads a build, runs it, and answers the automator until it is told to close.
 *
 * HOST_BACKEND=jsdom|chromium · HOST_FN_BASE and HOST_PERSON: the server that stands for the cloud, and the caller.
 * --strict: answers only what DevTools answers.
 */
import { parseArgs } from 'node:util';
import type { Backend, Bridge } from './backend';
import { callFunction, callHttp, type Cloud, type HttpCall } from './cloud';
import { pageScript, type PageScript } from './page-script';
import { problemIn, type Problem } from './problems';
import { readProject } from './project';
import { serveAutomator } from './server';

async function main(): Promise<void> {
  const { values } = parseArgs({ strict: false, options: { project: { type: 'string' }, 'auto-port': { type: 'string' }, strict: { type: 'boolean' } } });
  if (typeof values['project'] !== 'string' || typeof values['auto-port'] !== 'string') throw new Error('usage: cli auto --project <folder> --auto-port <port>');

  const project = readProject(values['project']);
  const script = pageScript(project);
  const problems: Problem[] = script.complaints.map((text) => ({ kind: 'build', text }));
  const cloud: Cloud = { base: process.env['HOST_FN_BASE']?.replace(/\/$/, ''), person: process.env['HOST_PERSON'] };

  let tell = (_method: string, _params: unknown): void => undefined;
  function happened(method: string, params: unknown): void {
    const problem = problemIn(method, params);
    if (problem !== undefined) problems.push(problem);
    tell(method, params);
  }

  const bridge: Bridge = async (method, params) => {
    switch (method) {
      case 'event': {
        const event = params as { readonly method: string; readonly params: unknown };
        return happened(event.method, event.params);
      }
      case 'callFunction': return outcome(() => callFunction(cloud, params as Parameters<typeof callFunction>[1]));
      case 'http': return outcome(() => callHttp(cloud, params as HttpCall));
      default: throw new Error(`the bridge has no ${method}`);
    }
  };

  const backend = await startBackend(script, project.root, bridge);

  const strict = values['strict'] === true;
  const server = await serveAutomator(Number(values['auto-port']), async (method, params) => {
    if (strict && method.startsWith('Host.')) throw new Error(`DevTools has no ${method}`);
    switch (method) {
      case 'Host.problems': return { problems };
      case 'Host.setPerson': cloud.person = (params as { readonly person?: string }).person; return {};
      case 'Tool.close':
        // The answer must be on its way before the door shuts.
        setTimeout(() => { void backend.stop().finally(() => process.exit(0)); }, 20);
        return {};
      default: return backend.handle(method, params);
    }
  });
  tell = server.emit;
  process.stdout.write(`listening on ${server.port}\n`);
}

/** Only the one that is asked for is loaded: each brings a large library. */
async function startBackend(script: PageScript, root: string, bridge: Bridge): Promise<Backend> {
  if (process.env['HOST_BACKEND'] === 'chromium') return (await import('./chromium-backend')).startChromium(script, root, bridge);
  return (await import('./jsdom-backend')).startJsdom(script, bridge);
}

/** A failure crosses the bridge as data: an exception would lose its message on the way to a browser. */
async function outcome<T>(act: () => Promise<T>): Promise<{ readonly value: T } | { readonly failure: string }> {
  try {
    return { value: await act() };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
