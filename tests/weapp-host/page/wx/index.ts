/** `wx`: what is modelled, and for every other function WeChat has one that throws by its name. */
import { reportFault } from '../faults';
import { methodOf } from '../method';
import type { PageStack } from '../page-stack';
import type { Phone } from '../phone';
import { WX_API_NAMES } from './api-names';
import { openFileStore } from './file-store';
import { choosingApis } from './choosing';
import { fileApis } from './files';
import { interactionApis } from './interaction';
import { listeningApis } from './listening';
import { mediaApis } from './media';
import { navigationApis } from './navigation';
import { networkApis } from './network';
import { openPrivacy } from './privacy';
import { recorderApis } from './recorder';
import { storageApis } from './storage';
import { systemApis } from './system';

export type Wx = Record<string, unknown>;

/** Makes the `wx` of one app. The app may add to it, as bundlers do. */
export function makeWx(phone: Phone, stack: PageStack, launchOptions: () => object, namedInAppJson: readonly string[]): Wx {
  const files = openFileStore();
  const privacy = openPrivacy(phone, namedInAppJson);
  const modelled: Wx = {
    ...storageApis(phone), ...navigationApis(phone, stack), ...interactionApis(phone, privacy), ...privacy.apis, ...fileApis(phone, files),
    ...mediaApis(phone, files, privacy), ...choosingApis(phone, files, privacy), ...recorderApis(phone, files, privacy), ...networkApis(phone, files),
    ...systemApis(phone, launchOptions), ...listeningApis(phone),
    createSelectorQuery: () => query(stack, 'createSelectorQuery'),
    createIntersectionObserver: (_component: unknown, options?: object) => query(stack, 'createIntersectionObserver', options),
  };
  const refused = WX_API_NAMES.filter((name) => !(name in modelled) && name !== 'canIUse').map((name) => [name, () => notModelled(name)]);
  return {
    ...Object.fromEntries(refused) as Wx,
    ...modelled,
    /** WeChat is asked about `name`, `name.object.detail`, or a component; the host says yes to what it models. */
    canIUse: (schema: string) => {
      const [name = ''] = schema.split('.');
      return name in modelled || !WX_API_NAMES.includes(name);
    },
  };
}

function query(stack: PageStack, method: string, ...args: readonly unknown[]): unknown {
  return methodOf(stack.front().instance, method)?.(...args);
}

/** Reported besides being thrown: an app that swallows it must not pass. */
function notModelled(name: string): never {
  const error = new Error(`wx.${name} is not modelled by the host`);
  reportFault(error);
  throw error;
}
