/** What the app says to the person and asks of them. The owner of this phone says yes; `mockWxMethod` says otherwise. */
import type { Phone } from '../phone';
import { asynchronous, WxFailure, type Options } from './answer';

/** Noted, and otherwise without effect here. */
const SAID = ['showToast', 'hideToast', 'showLoading', 'hideLoading', 'hideKeyboard', 'vibrateShort', 'vibrateLong', 'showShareMenu', 'hideShareMenu', 'hideHomeButton', 'setKeepScreenOn', 'previewImage', 'previewMedia', 'makePhoneCall', 'openPrivacyContract', 'setBackgroundColor', 'setBackgroundTextStyle'];

/** WeChat shows at most six rows. */
const MOST_ROWS = 6;

export function interactionApis(phone: Phone): object {
  let clipboard = '';
  return {
    ...Object.fromEntries(SAID.map((name) => [name, asynchronous(phone, name, () => undefined)])),
    showModal: asynchronous(phone, 'showModal', () => ({ confirm: true, cancel: false })),
    showActionSheet: asynchronous(phone, 'showActionSheet', ({ itemList }: Options) => {
      if (!Array.isArray(itemList) || itemList.length === 0) throw new WxFailure('parameter error: itemList should not be empty');
      if (itemList.length > MOST_ROWS) throw new WxFailure('parameter error: itemList should not be large than 6');
      return { tapIndex: 0 };
    }),
    setClipboardData: asynchronous(phone, 'setClipboardData', ({ data }) => { clipboard = String(data); }),
    getClipboardData: asynchronous(phone, 'getClipboardData', () => ({ data: clipboard })),
    /** Accepted as a person would who ticks everything; WeChat asks for one to five templates. */
    requestSubscribeMessage: asynchronous(phone, 'requestSubscribeMessage', ({ tmplIds }) => {
      if (!Array.isArray(tmplIds) || tmplIds.length === 0) throw new WxFailure('TmplIds can\'t be empty', 10003);
      if (tmplIds.length > 5) throw new WxFailure('Templates count out of max bounds', 20003);
      return Object.fromEntries(tmplIds.map((id) => [String(id), 'accept']));
    }),
  };
}
