import { emit } from '../bridge';
import { methodOf } from '../method';
import type { PageStack } from '../page-stack';
import type { Wx } from '../wx';
import { evaluate, type AppSide } from './evaluate';
import type { Messages } from './messages';
import type { MockParams, Mocks } from './mocks';

/** `Tool.*` and `App.*`: the app as a whole. */
export function appMessages(wx: Wx, stack: PageStack, mocks: Mocks, app: AppSide): Messages {
  return {
    'Tool.getInfo': () => ({ SDKVersion: '3.8.0', version: 'weapp-host' }),
    'App.enableLog': () => ({}),
    'App.exit': () => ({}),
    'App.getPageStack': () => ({ pageStack: stack.pages().map(({ id, path, query }) => ({ pageId: id, path, query })) }),
    'App.getCurrentPage': () => {
      const { id, path, query } = stack.front();
      return { pageId: id, path, query };
    },
    'App.callWxMethod': async ({ method, args }: { readonly method: string; readonly args: readonly unknown[] }) => {
      const call = methodOf(wx, method);
      if (call === undefined) throw new Error(`wx.${method} not exists`);
      try {
        return { result: await call(...args) };
      } catch (failure) {
        throw failure instanceof Error ? failure : new Error(String((failure as { readonly errMsg?: string }).errMsg ?? failure));
      }
    },
    'App.mockWxMethod': (params: MockParams) => {
      mocks.set(params);
      return {};
    },
    'App.callFunction': async ({ functionDeclaration, args }: { readonly functionDeclaration: string; readonly args: readonly unknown[] }) => {
      const act = evaluate(`return (${functionDeclaration})`, app) as (...given: readonly unknown[]) => unknown;
      return { result: await act(...args) };
    },
    'App.addBinding': ({ name }: { readonly name: string }) => {
      app.exposed[name] = (...args: readonly unknown[]) => emit('App.bindingCalled', { name, args });
      return {};
    },
  };
}
