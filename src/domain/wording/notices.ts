/** The words of every notice in the inbox, by kind. */
import { APPRAISAL_NOTICES } from './appraisal-notices';
import { CONSULT_NOTICE_TITLES } from './consult-notices';
import { DEPUTY_NOTICES } from './deputy-notices';
import { ISSUE_NOTICE_TITLES, type NoticeTitle } from './issue-notices';
import { PEOPLE_NOTICES } from './people-notices';
import { POINT_NOTICES } from './points-notices';
import { VOTING_NOTICES } from './voting-notices';

const ALL: Readonly<Record<string, NoticeTitle>> = { ...PEOPLE_NOTICES, ...VOTING_NOTICES, ...ISSUE_NOTICE_TITLES, ...CONSULT_NOTICE_TITLES, ...DEPUTY_NOTICES, ...POINT_NOTICES, ...APPRAISAL_NOTICES };

/** The title of a notice, and whether it leads to a desk. A kind without words (from a newer server) still reads as a notice (PRV-15). */
export function noticeWords(kind: string, data: Readonly<Record<string, string | number>>, now: number): { readonly title: string; readonly desk: boolean } {
  const words = Object.hasOwn(ALL, kind) ? ALL[kind] : undefined;
  return words === undefined ? { title: '您有一条网格服务消息', desk: false } : { title: words.title(data, now), desk: words.desk };
}
