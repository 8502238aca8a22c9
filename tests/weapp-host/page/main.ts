/** The host inside the page: everything put together, and the handle the process around it holds. */
import type { HostInPage } from '../host/backend';
import { openCodeSpace } from './code-space';
import { guarded, onFault, reportFault, watchWindow } from './faults';
import { methodOf } from './method';
import { openModules } from './modules';
import { openPageStack, type PageStack } from './page-stack';
import { openPhone } from './phone';
import { appMessages } from './protocol/app-messages';
import { dispatch } from './protocol/dispatch';
import { elementMessages } from './protocol/element-messages';
import type { AppSide } from './protocol/evaluate';
import { hostMessages } from './protocol/host-messages';
import { openMocks } from './protocol/mocks';
import { pageMessages } from './protocol/page-messages';
import { openStyles } from './styles';
import { makeWx } from './wx';

type AppDefinition = Readonly<Record<string, unknown>>;

function openHost(): HostInPage {
  const project = window.weappProject;
  const phone = openPhone();
  const { space, backend } = openCodeSpace(project);
  let app: AppDefinition = {};

  const launchOptions = { path: project.pages[0] ?? '', query: {}, scene: 1001, referrerInfo: {}, mode: 'default' };
  const pageOf = (stackOf: () => PageStack) => () => stackOf().pages().map(({ instance }) => instance);
  const getCurrentPages = pageOf(() => stack);
  const getApp = () => app;

  // The app's modules need `wx`, which needs the page stack, which loads modules: the knot is tied by late look-ups.
  const wx = {};
  const modules = openModules(project, {
    wx, getApp, getCurrentPages,
    App: (definition) => { app = definition as AppDefinition; },
    definersFor: (path) => space.componentEnv(path, (definers) => definers as unknown as Readonly<Record<'Page' | 'Component' | 'Behavior', unknown>>),
  });
  const stack = openPageStack({ project, modules, styles: openStyles(project), space, backend });
  Object.assign(wx, makeWx(phone, stack, () => launchOptions, project.app.requiredPrivateInfos ?? []));

  const appSide: AppSide = { wx, getApp, getCurrentPages, exposed: {} };
  const mocks = openMocks(wx, appSide);
  const messages = { ...appMessages(wx, stack, mocks, appSide), ...pageMessages(stack), ...elementMessages, ...hostMessages(phone, stack) };

  function tellApp(lifetime: string, detail: unknown): void {
    guarded(() => methodOf(app, lifetime)?.(detail));
  }

  watchWindow();
  onFault((words) => tellApp('onError', words));
  return {
    launch: () => {
      guarded(() => {
        modules.load('app');
        tellApp('onLaunch', launchOptions);
        tellApp('onShow', launchOptions);
        stack.launch(`/${launchOptions.path}`);
      });
    },
    handle: (method, params) => dispatch(messages, method, params),
    rejected: reportFault,
  };
}

Object.assign(window, { weappHost: openHost() });
