/** What is told about a request when it changes. */
export interface Snapshot {
  readonly status: string;
  readonly comments: readonly { readonly id: string; readonly author: string; readonly isMine: boolean }[];
}

export type News =
  | { readonly kind: 'status'; readonly status: string }
  | { readonly kind: 'comment'; readonly author: string };

/** What is new between two looks: comments of others, and the status. Nothing at the first look. */
export function newsBetween(before: Snapshot | null, now: Snapshot): News[] {
  if (!before) return [];
  const known = new Set(before.comments.map((comment) => comment.id));
  const news: News[] = now.comments
    .filter((comment) => !known.has(comment.id) && !comment.isMine)
    .map(({ author }) => ({ kind: 'comment', author }));
  if (now.status !== before.status) news.push({ kind: 'status', status: now.status });
  return news;
}
