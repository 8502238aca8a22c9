/** Ways between the pages of a branch's desk. */
import Taro from '@tarojs/taro';

export type BranchPage = 'desk' | 'members' | 'member' | 'entry' | 'record' | 'publication' | 'appraisal' | 'appraise' | 'town' | 'scheme' | 'opening';

export function openBranch(page: BranchPage, params: Readonly<Record<string, string>> = {}): void {
  const query = Object.entries(params).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
  void Taro.navigateTo({ url: `/packages/branch/${page}/index${query === '' ? '' : `?${query}`}` });
}

/** A parameter as it was before it went into an address: WeChat hands it over as it was written there. */
export function read(param: string | undefined): string | undefined {
  return param === undefined ? undefined : decodeURIComponent(param);
}
