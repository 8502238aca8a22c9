/** Who must be there and who must agree, meeting by meeting: one table (VOTE-01..03, 05, 06, CON-08). */
import { MAJORITY, neededOf, reaches, TWO_THIRDS, type Threshold } from '../basics/ratio';
import type { QuorumSettings } from '../settings/policy-settings';

export const MEETINGS = [
  'ASSEMBLY_ADULTS', // 村民会议, by villagers
  'ASSEMBLY_HOUSEHOLDS', // 村民会议, by households' representatives
  'REPRESENTATIVES', // 村民代表会议
  'GROUP_ADULTS', // 村民小组会议, by villagers
  'GROUP_HOUSEHOLDS', // 村民小组会议, by households
  'COLLECTIVE', // 集体经济组织成员大会
  'COLLECTIVE_REPRESENTATIVES', // 集体经济组织成员代表大会
  'LAND_ASSEMBLY', // 土地承包方案, by the assembly's members
  'LAND_REPRESENTATIVES', // 土地承包方案, by representatives
  'PARTY', // 党员大会
] as const;
export type Meeting = (typeof MEETINGS)[number];

export interface MeetingRule {
  /** How many of all members must be there. */
  readonly quorum: Threshold;
  /** How many must agree … */
  readonly pass: Threshold;
  /** … of those present, where an abstention counts as not agreeing, or of all members. */
  readonly passOf: 'PRESENT' | 'ALL';
  /** The article it rests on, as people cite it. */
  readonly law: string;
}

/** The thresholds of a meeting. Where the law's figure can be made stricter it is the county's setting. */
export function meetingRule(meeting: Meeting, quorum: QuorumSettings): MeetingRule {
  return table(quorum)[meeting];
}

function table(quorum: QuorumSettings): Readonly<Record<Meeting, MeetingRule>> {
  return {
    ASSEMBLY_ADULTS: { quorum: quorum.assemblyAdults, pass: quorum.assemblyPass, passOf: 'PRESENT', law: '村民委员会组织法第二十六条' },
    ASSEMBLY_HOUSEHOLDS: { quorum: quorum.assemblyHouseholds, pass: quorum.assemblyPass, passOf: 'PRESENT', law: '村民委员会组织法第二十六条' },
    REPRESENTATIVES: { quorum: quorum.representatives, pass: quorum.representativesPass, passOf: 'PRESENT', law: '村民委员会组织法第三十条' },
    GROUP_ADULTS: { quorum: quorum.groupAdults, pass: quorum.groupPass, passOf: 'PRESENT', law: '村民委员会组织法第三十二条' },
    GROUP_HOUSEHOLDS: { quorum: quorum.groupHouseholds, pass: quorum.groupPass, passOf: 'PRESENT', law: '村民委员会组织法第三十二条' },
    COLLECTIVE: { quorum: quorum.collectiveAttend, pass: quorum.collectivePass, passOf: 'ALL', law: '农村集体经济组织法第二十八条' },
    COLLECTIVE_REPRESENTATIVES: { quorum: quorum.collectivePass, pass: quorum.collectivePass, passOf: 'ALL', law: '农村集体经济组织法第二十八条' },
    // VOTE-06: two-thirds of the members themselves, so that the meeting's own quorum never decides.
    LAND_ASSEMBLY: { quorum: TWO_THIRDS, pass: TWO_THIRDS, passOf: 'ALL', law: '农村土地承包法第二十八条' },
    LAND_REPRESENTATIVES: { quorum: TWO_THIRDS, pass: TWO_THIRDS, passOf: 'ALL', law: '农村土地承包法第二十八条' },
    // CON-08
    PARTY: { quorum: TWO_THIRDS, pass: MAJORITY, passOf: 'PRESENT', law: '四议两公开' },
  };
}

export interface Attendance {
  readonly members: number;
  readonly present: number;
}

/** Whether enough members are there for the meeting to decide anything. */
export function isQuorate(rule: MeetingRule, { members, present }: Attendance): boolean {
  return reaches(present, members, rule.quorum);
}

/** How many must be there. */
export function neededPresent(rule: MeetingRule, members: number): number {
  return neededOf(members, rule.quorum);
}

/** How many must agree, with so many there. May be more than are there: then nothing can pass. */
export function neededYes(rule: MeetingRule, { members, present }: Attendance): number {
  return neededOf(rule.passOf === 'ALL' ? members : present, rule.pass);
}

/** Whether a motion passes: enough are there and enough of them agree. A tie fails (VOTE-12). */
export function passes(rule: MeetingRule, attendance: Attendance, yes: number): boolean {
  return isQuorate(rule, attendance) && reaches(yes, rule.passOf === 'ALL' ? attendance.members : attendance.present, rule.pass);
}

/** Whether a village's representatives can meet at all: they are four fifths of the members, women a third (VOTE-02). */
export function isRepresentativeBody(body: { readonly members: number; readonly representatives: number; readonly women: number }): boolean {
  return 5 * body.representatives >= 4 * body.members && 3 * body.women >= body.members && body.members > 0;
}
