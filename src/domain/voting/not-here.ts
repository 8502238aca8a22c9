/** What is never voted on here, and the legal way for it (VOTE-07, DEP-20). */

export const NOT_HERE = ['ELECT_COMMITTEE', 'RECALL_COMMITTEE', 'ELECT_DEPUTY', 'RECALL_TOWN_DEPUTY', 'RECALL_COUNTY_DEPUTY'] as const;
export type NotHere = (typeof NOT_HERE)[number];

/** What the law asks for instead; the words stand in `domain/wording/voting.ts`. */
export interface LegalWay {
  readonly law: string;
  /** How many voters must sign, in writing (选举法 art. 50). */
  readonly signatures?: number;
  /** Of all villagers entitled to vote, who must sign (村民委员会组织法 art. 16). */
  readonly share?: readonly [number, number];
}

export const LEGAL_WAYS: Readonly<Record<NotHere, LegalWay>> = {
  ELECT_COMMITTEE: { law: '村民委员会组织法第十一条至第十五条' },
  RECALL_COMMITTEE: { law: '村民委员会组织法第十六条', share: [1, 5] },
  ELECT_DEPUTY: { law: '全国人民代表大会和地方各级人民代表大会选举法' },
  RECALL_TOWN_DEPUTY: { law: '选举法第五十条、第五十三条', signatures: 30 },
  RECALL_COUNTY_DEPUTY: { law: '选举法第五十条、第五十三条', signatures: 50 },
};

/** Words by which people name an election or a recall; a box with such a title is not announced. */
const ELECTION = /选举|换届|另选|补选|当选|候选/;
const RECALL = /罢免|撤换|免去.{0,6}(主任|委员|代表)/;

/**
 * Whether a title asks for an election or a recall. A guard against misuse by good people, not against trickery: who
 * words it otherwise has still held no election.
 */
export function notHereIn(title: string): NotHere | undefined {
  const deputy = /代表/.test(title) && !/代表会议/.test(title);
  if (RECALL.test(title)) return !deputy ? 'RECALL_COMMITTEE' : /县/.test(title) ? 'RECALL_COUNTY_DEPUTY' : 'RECALL_TOWN_DEPUTY';
  if (ELECTION.test(title)) return deputy ? 'ELECT_DEPUTY' : 'ELECT_COMMITTEE';
  return undefined;
}
