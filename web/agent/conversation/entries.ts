import { isoDate } from '../jira-date.ts';
import type { Comment, HistoryChange } from './conversation-queries.ts';

/** What happened to a request, in the order in which it happened. */
export type Entry =
  | { readonly id: string; readonly at: number; readonly kind: 'comment'; readonly comment: Comment }
  | { readonly id: string; readonly at: number; readonly kind: 'change'; readonly change: HistoryChange };

export type Show = 'all' | 'comments' | 'history';

/** Puts comments and changes into one line of time, oldest first. */
export function entriesOf(
  show: Show,
  comments: readonly Comment[],
  changes: readonly HistoryChange[],
): Entry[] {
  const said = comments.map(
    (comment): Entry => ({
      id: `comment-${comment.id}`,
      at: comment.created.epochMillis,
      kind: 'comment',
      comment,
    }),
  );
  const done = changes.map(
    (change): Entry => ({
      id: `change-${change.id}`,
      at: Date.parse(isoDate(change.created)),
      kind: 'change',
      change,
    }),
  );
  const entries = show === 'comments' ? said : show === 'history' ? done : [...said, ...done];
  return entries.sort((one, other) => one.at - other.at);
}
