import type { AppError } from '@/services/app-error';

/** The posts that stand in the way, from a `HOLDS_POSTS` refusal. */
export function heldPosts(error: AppError | undefined): readonly string[] {
  if (error?.code !== 'HOLDS_POSTS') return [];
  const { data } = error;
  if (typeof data !== 'object' || data === null || !('posts' in data) || !Array.isArray(data.posts)) return [];
  return data.posts.filter((post): post is string => typeof post === 'string');
}
