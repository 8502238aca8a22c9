import type { OpinionView } from '@/services/views';

/** What an opinion is called in a list: the suggestion's title, the words, or that it was only spoken. */
export function titleOf({ suggestion, text }: Pick<OpinionView, 'suggestion' | 'text'>): string {
  return suggestion?.title ?? (text === '' ? '说了一段话' : text);
}
