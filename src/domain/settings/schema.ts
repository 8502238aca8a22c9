/** The shape of a county's settings. Strict throughout: a key nobody knows is a typing error, and typing errors are refused. */
import * as z from 'zod';
import { AREA_LEVELS, levelOf, isAreaCode } from '../areas/code';
import { isCivilDate } from '../basics/civil-time';
import type { Fraction, Threshold } from '../basics/ratio';
import type { TimeLimit } from '../basics/working-days';
import { CATEGORIES, URGENCIES } from '../issues/issue';
import type { SendingLimit } from '../people/sending';
import type { CountySettings } from './settings';

/** The words of a problem that the shape alone does not explain; `loadSettings` shows them as they are. */
const countyCode = z.string().refine((text) => isAreaCode(text) && levelOf(text) === 'COUNTY', '应当是六位县级区划代码');
const civilDate = z.string().refine(isCivilDate, '应当是日期，写成 2027-01-01 这样');
const monthAndDay = z.string().refine((text) => isCivilDate(`2026-${text}`), '应当是月和日，写成 12-01 这样');

const words = z.string().min(1).max(60);
const count = z.int().min(0).max(1_000_000_000);
const atLeastOne = z.int().min(1).max(1_000_000_000);
const every = z.enum(['MONTH', 'QUARTER', 'YEAR']);

const share: z.ZodType<Fraction> = z
  .tuple([count, atLeastOne])
  .refine(([numerator, denominator]) => numerator <= denominator, '分子不能大于分母');
const threshold: z.ZodType<Threshold> = z.strictObject({ kind: z.enum(['AT_LEAST', 'MORE_THAN']), of: share });
const timeLimit: z.ZodType<TimeLimit> = z.strictObject({ unit: z.enum(['MINUTE', 'DAY', 'WORKDAY', 'MONTH']), n: atLeastOne });
/** The least that leaves an honest person room, in the worst hour of their year [DEF]. */
const sendingLimit = (leastAnHour: number): z.ZodType<SendingLimit> => z.strictObject({ hour: z.int().min(leastAnHour).max(1_000_000), day: z.int().min(2 * leastAnHour).max(1_000_000) });
const phoneLine = z.strictObject({ name: words, number: z.string().regex(/^[\d-]{3,20}$/, '应当是电话号码') });

const event = z.strictObject({
  majorPeople: atLeastOne,
  accept: z.record(z.enum(URGENCIES), z.record(z.enum(AREA_LEVELS), timeLimit)),
  workdays: z.record(z.enum(CATEGORIES).exclude(['EMERGENCY', 'DISPUTE']), atLeastOne),
  emergency: z.strictObject({ controlWorkdays: atLeastOne, fixWorkdays: atLeastOne }),
  cap: atLeastOne,
  extendOnce: z.boolean(),
  pause: z.strictObject({ times: z.int().min(0).max(20), ofLimit: share }),
  reopenDays: count,
  ratingDays: atLeastOne,
  aggregate: z.strictObject({ n: z.int().min(2), days: atLeastOne }),
  whistle: z.strictObject({
    respond: z.record(z.enum(URGENCIES), timeLimit),
    planWorkdays: atLeastOne,
    afterOverdue: atLeastOne,
  }),
  objection: z.strictObject({ workdays: atLeastOne, petitionWorkdays: atLeastOne }),
});

const deputy = z.strictObject({
  open: monthAndDay,
  close: monthAndDay,
  minBallots: atLeastOne,
  minShare: share,
  k: z.int().min(2),
  weights: z.tuple([count, count, count]),
  composite: z.tuple([count, count, count]),
  grade: z.strictObject({
    excellent: z.strictObject({ rate: share, satisfied: share }),
    competent: share,
    basic: share,
  }),
  act: z.strictObject({ talk: share, rectify: share }),
  replyMonths: z.tuple([atLeastOne, atLeastOne]),
  receptionDow: z.int().min(1).max(7),
  forumEvery: every,
  forumRemindDays: count,
});

export const countySettingsSchema: z.ZodType<CountySettings> = z.strictObject({
  countyCode,
  countyName: words,
  title: words,
  emergencyNumbers: z.array(phoneLine).min(1),
  servicePhones: z.array(phoneLine).min(1),
  departments: z.array(
    z.strictObject({
      code: z.string().regex(/^[A-Z][A-Z0-9_]{1,29}$/, '应当是大写英文字母'),
      name: words,
      categories: z.array(z.enum(CATEGORIES)),
    }),
  ),
  calendar: z.strictObject({
    holidays: z.array(civilDate),
    workdays: z.array(civilDate),
    coveredYears: z.array(z.int().min(2025).max(2100)).optional(),
  }),
  modules: z.strictObject({
    issues: z.literal(true),
    contacts: z.literal(true),
    roster: z.literal(true),
    consultations: z.boolean(),
    deputies: z.boolean(),
    points: z.boolean(),
  }),
  binding: z.strictObject({ triesPerDay: atLeastOne, codeHours: atLeastOne }),
  // GB/T 22239 asks that a forgotten session ends by itself and names no figure; these are the widest that still mean it.
  desk: z.strictObject({
    askSeconds: z.int().min(30).max(300),
    maxWaiting: z.int().min(10).max(1_000),
    idleMinutes: z.int().min(1).max(60),
    sessionHours: z.int().min(1).max(12),
    maxSessions: z.int().min(1).max(10),
    triesPerDay: z.int().min(1).max(50),
  }),
  files: z.strictObject({
    maxPhotos: count,
    maxPhotoBytes: atLeastOne,
    maxVoiceSeconds: count,
    maxVoiceBytes: atLeastOne,
    unclaimedHours: atLeastOne,
    linkMinutes: atLeastOne,
  }),
  text: z.strictObject({ issueMax: atLeastOne, stepMax: atLeastOne }),
  event,
  escalation: z.strictObject({ acceptOverdueLevels: atLeastOne, solveOverdueLevels: atLeastOne, remindBeforeDays: count }),
  reminderPerDay: atLeastOne,
  sending: z.strictObject({
    reports: sendingLimit(10),
    onBehalf: sendingLimit(20),
    supports: sendingLimit(10),
    requests: sendingLimit(3),
    branchWords: sendingLimit(50),
    applicationsPerDay: z.int().min(2).max(1000),
    remarksPerDay: z.int().min(5).max(1000),
  }),
  grid: z.strictObject({
    l3: z.strictObject({ hhMin: atLeastOne, hhMax: atLeastOne, ppMin: atLeastOne, ppMax: atLeastOne }),
    routeMaxKm: atLeastOne,
    headPerLevel: atLeastOne,
  }),
  household: z.strictObject({
    gapPolicy: z.enum(['REVIEW', 'YELLOW', 'INCOME_FIRST']),
    reviewers: atLeastOne,
    reclassifyMonths: atLeastOne,
    eventDays: atLeastOne,
    smallCell: count,
  }),
  service: z.strictObject({
    greenDays: atLeastOne.nullable(),
    yellowDays: atLeastOne,
    redVisitDays: atLeastOne,
    redRemoteDays: atLeastOne,
    remindBefore: count,
    overdueL2: count,
    overdueVillage: count,
  }),
  liaison: z.strictObject({ partyTarget: count, partyMax: atLeastOne, deputyMin: count, deputyMax: atLeastOne, toEventHours: atLeastOne }),
  party: z.strictObject({
    cycleStart: monthAndDay,
    base: z.record(z.enum(['A', 'B', 'C', 'D', 'E', 'P']), count),
    bonusCap: count,
    max: atLeastOne,
    suggest: z.strictObject({ excellent: count, qualified: count, basic: count }),
    excellentShare: share,
    publishEvery: every,
    objectionWorkdays: atLeastOne,
    scope: z.enum(['BRANCH', 'VILLAGE', 'TOWN']),
    decideWorkdays: atLeastOne,
    publishWithinDays: atLeastOne,
    appealDays: atLeastOne,
    appealWorkdays: atLeastOne,
    improvementDays: atLeastOne,
    measureK: atLeastOne,
  }),
  deputy,
  head: z.strictObject({
    termYears: atLeastOne,
    rateMinHouseholdShare: share,
    replaceAt: share,
    talkAt: share,
    idleDays: atLeastOne,
    handOverDays: atLeastOne,
  }),
  mediation: z.strictObject({ months: atLeastOne, extendDays: count, confirmDays: atLeastOne, followUpDays: atLeastOne }),
  subsidyFen: z.strictObject({ SIMPLE: count, HARD: count, MAJOR: count }),
  consult: z.strictObject({
    noticeDays: count,
    assemblyNoticeDays: count,
    replyWorkdays: atLeastOne,
    majorMoneyFen: count,
    publishDays: atLeastOne,
    talkEvery: every,
    talkRemindDays: count,
  }),
  disclosure: z.strictObject({ generalMonths: atLeastOne, financeMonths: atLeastOne, majorWorkdays: atLeastOne, minDays: atLeastOne }),
  rules: z.strictObject({ filingDays: atLeastOne, townReplyWorkdays: atLeastOne }),
  privacy: z.strictObject({
    rightsReplyWorkdays: atLeastOne,
    eventYears: atLeastOne,
    contactYears: atLeastOne,
    ballotDays: atLeastOne,
    logMonths: atLeastOne,
  }),
  quorum: z.strictObject({
    assemblyAdults: threshold,
    assemblyHouseholds: threshold,
    assemblyPass: threshold,
    representatives: threshold,
    representativesPass: threshold,
    groupAdults: threshold,
    groupHouseholds: threshold,
    groupPass: threshold,
    collectiveAttend: threshold,
    collectivePass: threshold,
  }),
});
