/** What a matter is called in a list: its first sentence. */
import { lengthOf } from '../basics/text';
import { categoryWords } from '../wording/issues';
import type { Issue } from './issue';

const LONGEST = 24;
/** Where a sentence ends, as villagers write: also at a comma once there is something to read. */
const SENTENCE_END = /[。！？!?；;\n]/;

/** The first sentence, cut to what two lines of a list hold; for a voice note alone, its category. */
export function titleOf(issue: Pick<Issue, 'text' | 'category'>): string {
  return firstSentence(issue.text) ?? `${categoryWords(issue.category)}（语音）`;
}

/** The first sentence of a text, cut as a title is; undefined where nothing is said. */
export function firstSentence(text: string): string | undefined {
  const first = text.split(SENTENCE_END).map((part) => part.trim()).find((part) => part !== '');
  return first === undefined ? undefined : cut(first);
}

function cut(sentence: string): string {
  if (lengthOf(sentence) <= LONGEST) return sentence;
  let kept = '';
  for (const character of sentence) {
    if (lengthOf(kept + character) > LONGEST - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
