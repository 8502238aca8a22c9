/** What becomes of a reported matter: a list of steps, each some hours after the one before. */
import type { Satisfaction, Solved } from '@/domain/issues/issue';
import type { Random } from './random';

/** Who takes the step. `DECIDER` decides on an extension. */
export type Who = 'OWNER' | 'REPORTER' | 'NEIGHBOUR' | 'DECIDER';

export interface StoryStep {
  readonly hours: readonly [from: number, to: number];
  readonly who: Who;
  readonly procedure: string;
  /** What is said besides the issue and the tap; `trouble` stands for the trouble's own words. */
  readonly input?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly words?: 'seen' | 'done';
}

export type Story = readonly StoryStep[];

const accept: StoryStep = { hours: [0.3, 6], who: 'OWNER', procedure: 'accept' };
const progress: StoryStep = { hours: [3, 20], who: 'OWNER', procedure: 'progress', words: 'seen' };
const finish: StoryStep = { hours: [8, 40], who: 'OWNER', procedure: 'finish', words: 'done' };
const support: StoryStep = { hours: [2, 20], who: 'NEIGHBOUR', procedure: 'support' };

function rated(solved: Solved, satisfaction: Satisfaction, text?: string): StoryStep {
  return { hours: [3, 40], who: 'REPORTER', procedure: 'rate', input: { solved, satisfaction, ...(text !== undefined && { text }) } };
}

function says(who: Who, procedure: string, hours: StoryStep['hours'], input: NonNullable<StoryStep['input']>): StoryStep {
  return { who, procedure, hours, input };
}

/** The stories by name, and how often each happens in 100. */
export function storiesWith(words: Readonly<Record<string, string>>): readonly { readonly name: string; readonly share: number; readonly steps: Story }[] {
  const text = (name: string) => ({ text: words[name] ?? '' });
  return [
    { name: 'solved', share: 34, steps: [accept, progress, finish, rated('YES', 'SATISFIED', words['satisfied'])] },
    { name: 'shared', share: 8, steps: [support, accept, progress, finish, rated('YES', 'FAIR')] },
    { name: 'unrated', share: 10, steps: [accept, progress, finish] },
    { name: 'unsolved', share: 7, steps: [accept, progress, finish, rated('NO', 'UNSATISFIED', words['unsolved']), accept, progress, finish, rated('YES', 'SATISFIED')] },
    { name: 'partly', share: 4, steps: [accept, finish, rated('PARTLY', 'FAIR')] },
    { name: 'handed up', share: 9, steps: [accept, says('OWNER', 'handUp', [2, 20], text('handUp')), accept, progress, finish, rated('YES', 'SATISFIED')] },
    { name: 'asked back', share: 6, steps: [accept, says('OWNER', 'ask', [1, 5], text('ask')), says('REPORTER', 'answer', [1, 20], text('answer')), progress, finish, rated('YES', 'SATISFIED')] },
    { name: 'nobody took it', share: 6, steps: [says('REPORTER', 'remind', [30, 40], {})] },
    { name: 'too slow', share: 5, steps: [accept, progress, says('REPORTER', 'add', [30, 60], text('add')), says('REPORTER', 'remind', [100, 140], {})] },
    { name: 'extended', share: 4, steps: [accept, progress, says('OWNER', 'askExtension', [4, 10], { workdays: 2, ...text('extend') }), says('DECIDER', 'decideExtension', [2, 20], { approve: true, ...text('extended') }), finish] },
    { name: 'waits for an extension', share: 1, steps: [accept, says('OWNER', 'askExtension', [4, 10], { workdays: 1, ...text('extend') })] },
    { name: 'withdrawn', share: 3, steps: [says('REPORTER', 'withdraw', [0.2, 0.5], {})] },
    { name: 'elsewhere', share: 2, steps: [says('OWNER', 'reject', [1, 8], { channel: words['channel'] ?? '', ...text('reject') })] },
    { name: 'in hand', share: 1, steps: [accept, progress] },
  ];
}

/** A story by its share. */
export function pickStory<T extends { readonly share: number }>(stories: readonly T[], random: Random): T {
  let left = random.int(1, stories.reduce((sum, { share }) => sum + share, 0));
  for (const story of stories) {
    left -= story.share;
    if (left <= 0) return story;
  }
  return random.pick(stories);
}
