/** Ways between the members' pages. */
import Taro from '@tarojs/taro';

type PartyPage = 'year' | 'ledger' | 'entry' | 'pledge' | 'claim' | 'contact' | 'publication' | 'branch' | 'appraisal' | 'village';

/** Where a member's own pages lead back to. */
export const OWN_YEAR = '/packages/party/year/index';

export function openParty(page: PartyPage, params: Readonly<Record<string, string>> = {}): void {
  const query = Object.entries(params).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
  void Taro.navigateTo({ url: `/packages/party/${page}/index${query === '' ? '' : `?${query}`}` });
}

/** A parameter as it was before it went into an address: WeChat hands it over as it was written there. */
export function read(param: string | undefined): string | undefined {
  return param === undefined ? undefined : decodeURIComponent(param);
}

export function call(phoneNumber: string): void {
  void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
}
