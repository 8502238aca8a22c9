/** Matters of a desk, named by their state. */
import type { IssueDetail, Me, QueueItem } from '@/services/views';

/** Wednesday 2026-11-25, 09:00 in Hanyin. */
export const NOW = Date.UTC(2026, 10, 25, 1, 0);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const me: Me = {
  now: NOW,
  title: '汉阴321',
  county: '汉阴县',
  modules: {},
  emergency: [],
  person: {
    id: 'head',
    name: '陈守田',
    level: 'VERIFIED',
    village: { code: '610921107203', name: '堰坪村', town: '漩涡镇' },
    grid: { code: '610921107203-1.3.1', name: '三组东片' },
    roles: [],
    desks: [{ post: '610921107203-1.3.1', duty: '中心户长', area: '三组东片', kind: 'GRID' }],
  },
  family: [],
  applied: false,
  unread: 0,
  limits: { text: 500, step: 300, photos: 6, photoBytes: 5_000_000, voiceSeconds: 60, voiceBytes: 2_000_000 },
  messageTemplates: [],
  consultTemplates: [],
};

export function handling(change: Partial<IssueDetail> = {}): IssueDetail {
  return {
    issueId: 'issue-1',
    number: '1123-0001',
    category: 'SANITATION',
    urgency: 'NORMAL',
    title: '排水沟堵了',
    place: '三组水井旁',
    stage: 'HANDLING',
    owner: { post: '610921107203-1.3.1', name: '陈守田', duty: '中心户长', area: '三组东片' },
    dueAt: NOW + 2 * DAY,
    calendarIncomplete: false,
    createdAt: NOW - DAY,
    changedAt: NOW - HOUR,
    supporters: 0,
    mine: false,
    supported: false,
    text: '水流到路上了',
    photos: [],
    visibility: 'HANDLERS',
    nameHidden: false,
    restricted: false,
    reporter: '王秀兰',
    steps: [],
    acts: ['PROGRESS', 'FINISH', 'HAND_UP', 'ASK_EXTENSION', 'ASK'],
    extensionLimit: 3,
    ...change,
  };
}

export function reported(change: Partial<IssueDetail> = {}): IssueDetail {
  const { dueAt: _, ...rest } = handling();
  return { ...rest, stage: 'REPORTED', acceptBy: NOW + 2 * HOUR, acts: ['ACCEPT', 'REJECT', 'HAND_UP'], ...change };
}

export function queued(change: Partial<QueueItem> = {}): QueueItem {
  const { issueId, number, category, urgency, title, place, stage, owner, calendarIncomplete, createdAt, changedAt, supporters, mine, supported, dueAt } = handling();
  return {
    issueId, number, category, urgency, title, place, stage, owner, calendarIncomplete, createdAt, changedAt, supporters, mine, supported,
    ...(dueAt === undefined ? {} : { dueAt }),
    due: 'LATER', nextAct: 'FINISH', reporter: '王秀兰', village: '堰坪村', ...change,
  };
}
