/**
 * What of a person's data WeChat gives us or we ask for, and why: WeChat's 用户隐私保护指引 (WX-01..03, PRV-02). The one
 * place: app.json, the consent on the phone and the text in docs/release.md come from here, and a test compares it with
 * the calls in the build, both ways.
 */

/** WeChat's rows of the guide, by their `privacy_key`: its own sentence about what is done for a purpose. */
const SENTENCES = {
  Album: (purpose: string) => `开发者收集你选中的照片或视频信息，用于${purpose}。`,
  Record: (purpose: string) => `为了${purpose}，开发者将在获取你的明示同意后，访问你的麦克风。`,
  ChooseLocation: (purpose: string) => `开发者收集你选择的位置信息，用于${purpose}。`,
  MessageFile: (purpose: string) => `开发者收集你选中的文件，用于${purpose}。`,
  Clipboard: (purpose: string) => `开发者读取你的剪切板，用于${purpose}。`,
  EXIDNumber: (purpose: string) => `开发者收集你的身份证号码，用于${purpose}。`,
  PhoneNumber: (purpose: string) => `开发者收集你的手机号，用于${purpose}。`,
  EXUserPublishContent: (purpose: string) => `开发者收集你的发布内容，用于${purpose}。`,
  EXUserOpLog: (purpose: string) => `开发者收集你的操作日志，用于${purpose}。`,
} as const satisfies Readonly<Record<string, (purpose: string) => string>>;

export type PrivacyKind = keyof typeof SENTENCES;

/** Something we do with a person's data. */
interface Use {
  readonly kind: PrivacyKind;
  /** Completes WeChat's own sentence, without 为了 or 用于. */
  readonly purpose: string;
}

/** A call of WeChat's that waits for consent (WX-02). */
export interface PrivacyCall extends Use {
  /** WeChat's name of it, without `wx.`; what its event calls the referrer. */
  readonly api: string;
  /** The consent's title and what it says, in a villager's words. */
  readonly title: string;
  readonly line: string;
  /** What still works without: nobody has to agree to report (PRV-05). */
  readonly without: string;
}

export const PRIVACY_CALLS: readonly PrivacyCall[] = [
  {
    api: 'chooseMedia', kind: 'Album', purpose: '报事、办事时附上现场照片，只给有权看这件事的人看',
    title: '要用您选的照片', line: '您选哪几张就传哪几张，别的照片看不到。只给有权看这件事的人看。', without: '不拍照也能报事',
  },
  {
    api: 'RecorderManager.start', kind: 'Record', purpose: '用一段语音代替打字说明所报的事',
    title: '要用话筒录您说的话', line: '您点了才录，再点就停。只给办这件事的人听。', without: '打字一样能报事',
  },
  {
    api: 'chooseLocation', kind: 'ChooseLocation', purpose: '找到离您点的地方最近的网格，或者写明一件事是在哪里做的，只保留到约一百米，不记录行踪',
    title: '要用您在地图上点的地方', line: '只用来找最近的一片，记到百来米，不记您走到哪里。', without: '选组、选片一样能报事',
  },
  {
    api: 'chooseMessageFile', kind: 'MessageFile', purpose: '县、镇和支部工作人员导入本地的表格，例如名册、代表名录、积分表、12345 工单',
    title: '要用您选的表格', line: '只读您选的这几个文件。', without: '也可以在电脑上导入',
  },
  {
    api: 'setClipboardData', kind: 'Clipboard', purpose: '您点“复制”时把文字放进剪切板，不读取剪切板里原有的内容',
    title: '要把文字放进剪切板', line: '只放您要复制的这一段，剪切板里原来有什么不看。', without: '没有复制，可以截图',
  },
];

/** What people write themselves; WeChat asks for it in the same guide. */
export const WRITTEN_BY_PEOPLE: readonly Use[] = [
  { kind: 'EXIDNumber', purpose: '用姓名和证件号最后四位在名册上认出您是哪一家，只填最后四位' },
  { kind: 'PhoneNumber', purpose: '您愿意填写时，村里有话要问好打给您；不填也能用' },
  { kind: 'EXUserPublishContent', purpose: '把您报的事交给网格长、村镇工作人员办理并回复您' },
  { kind: 'EXUserOpLog', purpose: '记录谁看过、改过您的信息，供您查看和依法审计' },
];

/** What a consent says for a call that is not on the list, which the test of the list keeps from happening. */
const ANY_CALL = { title: '要用手机里的信息', line: '只在您点的这一次用。', without: '别的都能照常用' };

/** The words of the consent for the call that asks. */
export function consentWords(referrer: string): Pick<PrivacyCall, 'title' | 'line' | 'without'> {
  return PRIVACY_CALLS.find(({ api }) => api === referrer) ?? ANY_CALL;
}

/** app.json's `requiredPrivateInfos`: WeChat refuses a call about places that is not named there (WX-11). */
export const PLACE_CALLS = ['chooseLocation'] as const;

/** A line of the guide as WeChat shows it. */
export function guideSentence({ kind, purpose }: Use): string {
  return SENTENCES[kind](purpose);
}
