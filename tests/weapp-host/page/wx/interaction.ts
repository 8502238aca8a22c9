/** What the app says to the person and asks of them. The owner of this phone says yes; `mockWxMethod` says otherwise. */
import type { Phone } from '../phone';
import { reportFault } from '../faults';
import { isTapping } from '../tapping';
import { asynchronous, WxFailure, type Options } from './answer';
import type { Privacy } from './privacy';

/** Noted, and otherwise without effect here. */
const SAID = ['showToast', 'hideToast', 'showLoading', 'hideLoading', 'hideKeyboard', 'vibrateShort', 'vibrateLong', 'showShareMenu', 'hideShareMenu', 'hideHomeButton', 'setKeepScreenOn', 'previewImage', 'previewMedia', 'makePhoneCall', 'openPrivacyContract', 'setBackgroundColor', 'setBackgroundTextStyle'];

/** WeChat shows at most six rows. */
const MOST_ROWS = 6;
/** WX-06. */
const MOST_TEMPLATES = 3;

export function interactionApis(phone: Phone, privacy: Privacy): object {
  let clipboard = '';
  return {
    ...Object.fromEntries(SAID.map((name) => [name, asynchronous(phone, name, () => undefined)])),
    showModal: asynchronous(phone, 'showModal', () => ({ confirm: true, cancel: false })),
    showActionSheet: asynchronous(phone, 'showActionSheet', ({ itemList }: Options) => {
      if (!Array.isArray(itemList) || itemList.length === 0) throw new WxFailure('parameter error: itemList should not be empty');
      if (itemList.length > MOST_ROWS) throw new WxFailure('parameter error: itemList should not be large than 6');
      return { tapIndex: 0 };
    }),
    setClipboardData: asynchronous(phone, 'setClipboardData', async ({ data }) => {
      await privacy.consent('setClipboardData');
      clipboard = String(data);
    }),
    getClipboardData: asynchronous(phone, 'getClipboardData', async () => {
      await privacy.consent('getClipboardData');
      return { data: clipboard };
    }),
    /** All templates get the same answer. Asked without a finger on the screen, WeChat shows nothing. */
    requestSubscribeMessage: asynchronous(phone, 'requestSubscribeMessage', ({ tmplIds }) => {
      const { subscribeAnswer } = phone.state;
      if (!isTapping()) throw askedWithoutTap();
      if (!Array.isArray(tmplIds) || tmplIds.length === 0) throw new WxFailure('TmplIds can\'t be empty', 10001);
      if (tmplIds.length > MOST_TEMPLATES) throw new WxFailure('Templates count out of max bounds', 20003);
      if (subscribeAnswer === 'off') throw new WxFailure('The main switch is switched off', 20004);
      return Object.fromEntries(tmplIds.map((id) => [String(id), subscribeAnswer]));
    }),
  };
}

/** An app that swallows this failure would ask nobody, ever: it counts as an error of the run. */
function askedWithoutTap(): WxFailure {
  const failure = new WxFailure('can only be invoked by user TAP gesture.');
  reportFault(new Error(`requestSubscribeMessage: ${failure.message}`));
  return failure;
}
