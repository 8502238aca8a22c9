import { waitingFor } from '../bridge';
import type { PageStack } from '../page-stack';
import type { Phone, PhoneState } from '../phone';
import { setDataCalls } from '../set-data-log';
import { elementOf } from './elements';
import { layoutOf } from './layout';
import type { Messages } from './messages';
import { touchPoint } from './touches';

/** `Host.*`: what DevTools does not have. Tests reach these through `launch-host.ts`. */
export function hostMessages(phone: Phone, stack: PageStack): Messages {
  return {
    'Host.setPhone': (change: Partial<PhoneState>) => {
      phone.set(change);
      return {};
    },
    'Host.calls': ({ name }: { readonly name?: string }) => ({ calls: phone.noted(name) }),
    'Host.touchPoint': (params: { readonly elementId: string }) => touchPoint(elementOf(params)),
    'Host.setData': () => ({ calls: setDataCalls() }),
    'Host.layout': () => ({ layout: layoutOf(stack.front().element) }),
    'Host.settle': () => ({}),
    'Host.waiting': () => ({ answers: waitingFor() }),
  };
}
