import { expect, test } from 'vitest';
import { type Activity, entriesOf, type Show } from './entries.ts';

const comment = (id: string, at: string) => ({ id, created: { epochMillis: Date.parse(at) } });
const change = (id: string, created: string, ...fields: string[]) => ({
  id,
  created,
  items: fields.map((field) => ({ field })),
});
const work = (id: string, started: string) => ({ id, started });

const activity = {
  comments: [comment('1', '2026-01-01T10:00:00Z')],
  changes: [
    change('1', '2026-01-01T09:00:00.000+0000', 'status'),
    change('2', '2026-01-01T12:00:00.000+0000', 'timespent', 'WorklogId'),
    change('3', '2026-01-01T13:00:00.000+0000', 'summary', 'timespent'),
  ],
  worklog: [work('1', '2026-01-01T12:30:00.000+0100')],
} as unknown as Activity;

test.each<[Show, string[]]>([
  ['comments', ['comment-1']],
  ['history', ['change-1', 'change-2', 'change-3']],
  ['worklog', ['work-1']],
])('of %s, only these are shown', (show, ids) => {
  expect(entriesOf(show, activity).map(({ id }) => id)).toEqual(ids);
});

test('all of it is in the order in which it happened, and work is told once', () => {
  expect(entriesOf('all', activity).map(({ id }) => id)).toEqual([
    'change-1',
    'comment-1',
    'work-1',
    'change-3',
  ]);
});
