/** What people ask about their data and the app, as a desk reads it (PRV-06, BUR-06). */
const WORDS: Readonly<Record<string, string>> = {
  CORRECT: '请改错',
  DELETE: '请删掉',
  EXPLAIN: '请解释',
  FEEDBACK: '说小程序不好用',
};

/** A request's kind; one without words reads as a question. */
export function requestWords(kind: string): string {
  return (Object.hasOwn(WORDS, kind) ? WORDS[kind] : undefined) ?? '问一件事';
}
