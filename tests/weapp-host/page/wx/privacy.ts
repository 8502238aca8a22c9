/** WeChat's privacy guide (WX-01..03): calls that touch a person's data wait for consent, once. */
import { wasAgreeTapped } from '../agree-button';
import type { Phone } from '../phone';
import { asynchronous, WxFailure } from './answer';

export interface Privacy {
  /** Waits for consent, if it is still needed, before `api` may run. Fails as WeChat does when it is refused. */
  consent(api: string): Promise<void>;
  /** Fails, as WeChat does, for a call about places that app.json does not name (WX-11). */
  mustBeNamedInAppJson(api: string): void;
  readonly apis: object;
}

type Resolve = (answer: { readonly event: 'agree' | 'disagree' | 'exposureAuthorization'; readonly buttonId?: string }) => void;
type Listener = (resolve: Resolve, event: { readonly referrer: string }) => void;

export function openPrivacy(phone: Phone, namedInAppJson: readonly string[]): Privacy {
  let listener: Listener | undefined;

  async function consent(api: string): Promise<void> {
    if (!phone.state.privacyNeeded) return;
    const answer = await (listener === undefined ? phone.state.privacyAnswer : askApp(listener, api));
    if (answer !== 'agree') throw new WxFailure('privacy permission is not authorized', 104);
    phone.set({ privacyNeeded: false });
  }

  return {
    consent,
    mustBeNamedInAppJson(api) {
      if (!namedInAppJson.includes(api)) throw new WxFailure('the api need to be declared in the requiredPrivateInfos field in app.json/ext.json', 112);
    },
    apis: {
      getPrivacySetting: asynchronous(phone, 'getPrivacySetting', () => ({ needAuthorization: phone.state.privacyNeeded, privacyContractName: '《隐私保护指引》' })),
      requirePrivacyAuthorize: asynchronous(phone, 'requirePrivacyAuthorize', () => consent('requirePrivacyAuthorize')),
      onNeedPrivacyAuthorization: (next: Listener) => { listener = next; },
    },
  };
}

/** An app that draws the consent itself answers when the person has tapped; showing it is not yet an answer. */
function askApp(listener: Listener, api: string): Promise<'agree' | 'disagree'> {
  return new Promise((resolve) => {
    listener(({ event, buttonId = '' }) => {
      if (event === 'exposureAuthorization') return;
      // An app's word alone is no consent: WeChat looks whether its own button was tapped.
      resolve(event === 'agree' && wasAgreeTapped(buttonId) ? 'agree' : 'disagree');
    }, { referrer: api });
  });
}
