/** WeChat's server interfaces behind CloudBase, as far as the adapter asks them: what was asked, and answers that can be set. */

export interface AskedOfWechat {
  readonly apiName: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export class EmulatedWechat {
  /** Oldest first. */
  readonly asked: AskedOfWechat[] = [];
  /** What WeChat answers, by interface; what is not set has gone well and says nothing more. */
  readonly answers = new Map<string, unknown>();

  act({ apiName = '', requestData = '{}' }: { readonly apiName?: string; readonly requestData?: string }): Readonly<Record<string, unknown>> {
    this.asked.push({ apiName, data: JSON.parse(requestData) as Readonly<Record<string, unknown>> });
    return { data: { responseData: JSON.stringify(this.answers.get(apiName) ?? { errcode: 0 }) } };
  }
}
