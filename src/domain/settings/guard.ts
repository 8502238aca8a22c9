/**
 * The guard: a county may be stricter than the law, never laxer (rulebook sections 0 and 10, figures tagged [LAW]).
 *
 * A 村民会议 called at short notice for a special reason records that reason with the meeting itself; it is no ground for
 * a county to set a shorter notice for all of them.
 */
import { isAsStrictAs, MAJORITY, TWO_THIRDS, type Threshold } from '../basics/ratio';
import type { QuorumSettings } from './policy-settings';
import type { LawViolation } from './problem';
import type { CountySettings } from './settings';

const COMMITTEE_ACT = '《中华人民共和国村民委员会组织法》（2025年修正）';
const COLLECTIVE_ACT = '《中华人民共和国农村集体经济组织法》';

interface FigureRule {
  readonly path: string;
  readonly read: (settings: CountySettings) => number;
  readonly must: 'AT_LEAST' | 'AT_MOST' | 'EXACTLY';
  readonly limit: number;
  readonly unit: string;
  readonly law: string;
}

const FIGURES: readonly FigureRule[] = [
  // PUB-01, 02, 04
  { path: 'disclosure.generalMonths', read: (s) => s.disclosure.generalMonths, must: 'AT_MOST', limit: 3, unit: '个月', law: `${COMMITTEE_ACT}第三十五条` },
  { path: 'disclosure.financeMonths', read: (s) => s.disclosure.financeMonths, must: 'AT_MOST', limit: 1, unit: '个月', law: `${COMMITTEE_ACT}第三十五条` },
  { path: 'disclosure.minDays', read: (s) => s.disclosure.minDays, must: 'AT_LEAST', limit: 15, unit: '日', law: `${COMMITTEE_ACT}第三十五条` },
  // CON-10
  { path: 'consult.publishDays', read: (s) => s.consult.publishDays, must: 'AT_LEAST', limit: 15, unit: '日', law: `${COMMITTEE_ACT}第三十五条` },
  // CON-05, VOTE-01
  { path: 'consult.assemblyNoticeDays', read: (s) => s.consult.assemblyNoticeDays, must: 'AT_LEAST', limit: 10, unit: '日', law: `${COMMITTEE_ACT}第二十五条` },
  // DEP-07
  { path: 'deputy.replyMonths.0', read: (s) => s.deputy.replyMonths[0], must: 'AT_MOST', limit: 3, unit: '个月', law: '《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》第五十一条' },
  { path: 'deputy.replyMonths.1', read: (s) => s.deputy.replyMonths[1], must: 'AT_MOST', limit: 6, unit: '个月', law: '《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》第五十一条' },
  // MED-07
  { path: 'mediation.confirmDays', read: (s) => s.mediation.confirmDays, must: 'EXACTLY', limit: 30, unit: '日', law: '《中华人民共和国人民调解法》第三十三条' },
  // EVT-08
  { path: 'event.objection.petitionWorkdays', read: (s) => s.event.objection.petitionWorkdays, must: 'AT_MOST', limit: 5, unit: '个工作日', law: '《信访工作条例》第二十三条' },
  // IT-04, PRV-10
  { path: 'privacy.logMonths', read: (s) => s.privacy.logMonths, must: 'AT_LEAST', limit: 6, unit: '个月', law: '《中华人民共和国网络安全法》（2025年修正）第二十三条' },
];

interface QuorumRule {
  readonly key: keyof QuorumSettings;
  readonly least: Threshold;
  readonly law: string;
}

const QUORUMS: readonly QuorumRule[] = [
  // VOTE-01
  { key: 'assemblyAdults', least: MAJORITY, law: `${COMMITTEE_ACT}第二十六条` },
  { key: 'assemblyHouseholds', least: TWO_THIRDS, law: `${COMMITTEE_ACT}第二十六条` },
  { key: 'assemblyPass', least: MAJORITY, law: `${COMMITTEE_ACT}第二十六条` },
  // VOTE-02
  { key: 'representatives', least: TWO_THIRDS, law: `${COMMITTEE_ACT}第三十条` },
  { key: 'representativesPass', least: MAJORITY, law: `${COMMITTEE_ACT}第三十条` },
  // VOTE-03
  { key: 'groupAdults', least: TWO_THIRDS, law: `${COMMITTEE_ACT}第三十二条` },
  { key: 'groupHouseholds', least: TWO_THIRDS, law: `${COMMITTEE_ACT}第三十二条` },
  { key: 'groupPass', least: MAJORITY, law: `${COMMITTEE_ACT}第三十二条` },
  // VOTE-05
  { key: 'collectiveAttend', least: TWO_THIRDS, law: `${COLLECTIVE_ACT}第二十七条` },
  { key: 'collectivePass', least: TWO_THIRDS, law: `${COLLECTIVE_ACT}第二十七条` },
];

/** Every setting that is laxer than the law, in the order of the tables above; empty when the law is kept. */
export function lawViolations(settings: CountySettings): readonly LawViolation[] {
  return [...FIGURES.flatMap((rule) => figureViolation(rule, settings)), ...QUORUMS.flatMap((rule) => quorumViolation(rule, settings))];
}

function figureViolation(rule: FigureRule, settings: CountySettings): readonly LawViolation[] {
  const value = rule.read(settings);
  if (keeps(value, rule)) return [];
  const { path, limit, law, unit } = rule;
  return [{ kind: 'LAW', path, value, limit, law, words: `现在是${value}${unit}，依法${MUST_WORDS[rule.must]}${limit}${unit}。依据：${law}。` }];
}

function keeps(value: number, rule: FigureRule): boolean {
  if (rule.must === 'EXACTLY') return value === rule.limit;
  return rule.must === 'AT_LEAST' ? value >= rule.limit : value <= rule.limit;
}

const MUST_WORDS = { AT_LEAST: '不得少于', AT_MOST: '不得超过', EXACTLY: '应当是' } as const;

function quorumViolation(rule: QuorumRule, settings: CountySettings): readonly LawViolation[] {
  const given = settings.quorum[rule.key];
  if (isAsStrictAs(given, rule.least)) return [];
  const value = thresholdWords(given);
  const limit = thresholdWords(rule.least);
  const { law } = rule;
  return [{ kind: 'LAW', path: `quorum.${rule.key}`, value, limit, law, words: `现在是${value}，依法应当是${limit}或者更高。依据：${law}。` }];
}

/** 三分之二以上 is written 2/3以上, so that any fraction can be. */
function thresholdWords(threshold: Threshold): string {
  const [numerator, denominator] = threshold.of;
  return threshold.kind === 'AT_LEAST' ? `${numerator}/${denominator}以上` : `超过${numerator}/${denominator}`;
}
