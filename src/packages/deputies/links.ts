/** Ways between the deputies' pages, and what a person is here. */
import Taro from '@tarojs/taro';
import type { Me } from '@/services/views';

type DeputyPage = 'directory' | 'deputy' | 'rate' | 'receipt' | 'record' | 'mine' | 'opinions' | 'office' | 'enter' | 'sheet' | 'round';

export function deputiesUrl(page: DeputyPage, params: Readonly<Record<string, string>> = {}): string {
  const query = Object.entries(params).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
  return `/packages/deputies/${page}/index${query === '' ? '' : `?${query}`}`;
}

export function openDeputies(page: DeputyPage, params: Readonly<Record<string, string>> = {}): void {
  void Taro.navigateTo({ url: deputiesUrl(page, params) });
}

/** The town over which the person holds one of these offices. */
export function officeTownOf(me: Me | undefined, ...roles: readonly string[]): string | undefined {
  return me?.person?.roles.find(({ role, area }) => roles.includes(role) && area.length === 9)?.area;
}

/** Whether suggestions can wait for the person's unit. */
export function answersSuggestions(me: Me | undefined): boolean {
  return me?.person?.roles.some(({ role }) => role === 'TOWN_DESK' || role === 'DEPARTMENT') ?? false;
}

export function call(phoneNumber: string): void {
  void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
}
