import { isoDate } from '../jira-date.ts';
import type { WorklogEntry } from '../worklog/worklog-queries.ts';
import type { Comment, HistoryChange } from './conversation-queries.ts';

/** What happened to a request, in the order in which it happened. */
export type Entry =
  | { readonly id: string; readonly at: number; readonly kind: 'comment'; readonly comment: Comment }
  | { readonly id: string; readonly at: number; readonly kind: 'change'; readonly change: HistoryChange }
  | { readonly id: string; readonly at: number; readonly kind: 'work'; readonly work: WorklogEntry };

/** What is shown of it. */
export type Show = 'all' | 'comments' | 'history' | 'worklog';

/** What there is of it. */
export interface Activity {
  readonly comments: readonly Comment[];
  readonly changes: readonly HistoryChange[];
  readonly worklog: readonly WorklogEntry[];
}

/** Puts what was said, changed and worked into one line of time, oldest first. */
export function entriesOf(show: Show, { comments, changes, worklog }: Activity): Entry[] {
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
  const worked = worklog.map(
    (work): Entry => ({
      id: `work-${work.id}`,
      at: Date.parse(isoDate(work.started)),
      kind: 'work',
      work,
    }),
  );
  // work tells of itself, in its own words
  const other = done.filter((entry) => entry.kind !== 'change' || !isOfWork(entry.change));
  const entries = { all: [...said, ...other, ...worked], comments: said, history: done, worklog: worked }[
    show
  ];
  return entries.sort((one, other) => one.at - other.at);
}

function isOfWork({ items }: HistoryChange): boolean {
  return items.every(({ field }) =>
    ['timespent', 'worklogid', 'worklogtimespent'].includes(field.toLowerCase()),
  );
}
