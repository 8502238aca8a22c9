import { dutyIn } from './grid-duties';

/** The words of notices about bindings, posts and requests, by kind; nothing in them is sensitive (PRV-15). */
export type PeopleNoticeKind = (typeof PEOPLE_NOTICE_KINDS)[number];

export const PEOPLE_NOTICE_KINDS = [
  'FAMILY_BOUND', 'FAMILY_UNBOUND', 'FAMILY_ENDED', 'FAMILY_ENDED_AT_DESK', 'FAMILY_ENDED_FOR_YOU', 'CLAIM', 'CLAIM_ALLOWED', 'CLAIM_REFUSED', 'PHONE_UNBOUND', 'CODE_TO_CONFIRM',
  'APPLICATION', 'APPLICATION_ACCEPTED', 'APPLICATION_REFUSED', 'RIGHTS_REQUEST', 'REQUEST_ANSWERED',
  'POST_GIVEN', 'POST_ENDED', 'POST_VACANT', 'POST_STILL_VACANT', 'STAND_IN_GIVEN', 'LINK_GIVEN', 'LINK_ENDED',
] as const;

type Data = Readonly<Record<string, string | number>>;

interface NoticeWords {
  /** It waits at a desk rather than with a villager. */
  readonly desk: boolean;
  readonly title: (data: Data) => string;
}

/** A post by its area: notices keep both as text. */
const post = (area: string | number, duty: string | number): string => dutyIn(String(area), String(duty));
const say = (title: string, desk = false): NoticeWords => ({ desk, title: () => title });

export const PEOPLE_NOTICES: Readonly<Record<PeopleNoticeKind, NoticeWords>> = {
  FAMILY_BOUND: { desk: false, title: ({ name = '' }) => `${name || '有一部手机'}现在可以替您办事。不是您家里人，在“我的信息”里收回` },
  FAMILY_UNBOUND: { desk: false, title: ({ name = '' }) => `${name || '那部手机'}不再替您办事了` },
  FAMILY_ENDED: { desk: false, title: ({ name = '' }) => `${name || '家里人'}收回了，这部手机不再替${name || '家里人'}办事` },
  FAMILY_ENDED_AT_DESK: { desk: false, title: ({ name = '' }) => `工作人员替${name || '家里人'}收回了，这部手机不再替${name || '家里人'}办事。有疑问，到村里问` },
  FAMILY_ENDED_FOR_YOU: say('工作人员替您收回了一部手机，它不再替您办事。不是您的意思，请跟村里说'),
  CLAIM: { desk: false, title: ({ name = '' }) => `有一部手机说它是${name}，请看看是不是您` },
  CLAIM_ALLOWED: { desk: false, title: ({ name = '' }) => `那边同意了，再绑定一次就是${name}` },
  CLAIM_REFUSED: { desk: true, title: ({ name = '' }) => `有人想用${name}的名字绑定手机，本人说不是` },
  PHONE_UNBOUND: { desk: false, title: ({ name = '' }) => `${name}原来的手机解除绑定了，换了手机请重新绑定` },
  CODE_TO_CONFIRM: { desk: true, title: ({ name = '', by = '' }) => `${by}给${name}发了绑定码，等您确认` },
  APPLICATION: say('有人申请加入名册，请看一看', true),
  APPLICATION_ACCEPTED: { desk: false, title: ({ text = '' }) => `村里同意了您的申请：${text}` },
  APPLICATION_REFUSED: { desk: false, title: ({ text = '' }) => `您的申请没有通过：${text}` },
  RIGHTS_REQUEST: say('有一条意见或者个人信息请求，等答复', true),
  REQUEST_ANSWERED: say('您提的意见有答复了，在“我的”里看'),
  POST_GIVEN: { desk: true, title: ({ duty = '', area = '' }) => `${post(area, duty)}由您担任了，没办完的事也交给您` },
  POST_ENDED: { desk: true, title: ({ duty = '', area = '' }) => `${post(area, duty)}已经换人，没办完的事交过去了` },
  POST_VACANT: { desk: true, title: ({ duty = '', area = '', open = 0 }) => `${post(area, duty)}没人了，还有 ${open} 件事没办完` },
  POST_STILL_VACANT: { desk: true, title: ({ duty = '', area = '', open = 0 }) => `${post(area, duty)}还空着，${open} 件事等人接，请尽快定人` },
  STAND_IN_GIVEN: { desk: true, title: ({ duty = '', area = '', from = '', to = '' }) => `${from} 到 ${to}，请您代管${post(area, duty)}` },
  LINK_GIVEN: { desk: true, title: ({ number = '' }) => `${number} 号户由您联系了` },
  LINK_ENDED: { desk: true, title: ({ number = '' }) => `${number} 号户不再由您联系` },
};

/** The page that a notice leads to: where it can be answered or ended. Undefined where it only says something. */
export function peoplePageOf(kind: string): string | undefined {
  return Object.hasOwn(PAGES, kind) ? PAGES[kind as PeopleNoticeKind] : undefined;
}

const PAGES: Readonly<Partial<Record<PeopleNoticeKind, string>>> = {
  // Whoever is acted for ends it there.
  FAMILY_BOUND: '/packages/people/data/index',
  CLAIM: '/packages/people/family/index',
  CLAIM_ALLOWED: '/packages/people/bind/index',
  PHONE_UNBOUND: '/packages/people/bind/index',
  APPLICATION_ACCEPTED: '/packages/people/bind/index',
  REQUEST_ANSWERED: '/packages/people/data/index',
  APPLICATION: '/packages/desk/applications/index',
  RIGHTS_REQUEST: '/packages/desk/requests/index',
  CODE_TO_CONFIRM: '/packages/desk/codes/index',
};
