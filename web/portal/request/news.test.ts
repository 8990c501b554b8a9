import { expect, test } from 'vitest';
import { newsBetween, type Snapshot } from './news.ts';

const before: Snapshot = { status: 'Open', comments: [{ id: '1', author: 'Alice', isMine: true }] };

test('the first look at a request is no news', () => {
  expect(newsBetween(null, before)).toEqual([]);
});

test('what others write and a new status are told, what one wrote oneself is not', () => {
  const now: Snapshot = {
    status: 'In progress',
    comments: [
      ...before.comments,
      { id: '2', author: 'Dana', isMine: false },
      { id: '3', author: 'Alice', isMine: true },
    ],
  };
  expect(newsBetween(before, now)).toEqual([
    { kind: 'comment', author: 'Dana' },
    { kind: 'status', status: 'In progress' },
  ]);
  expect(newsBetween(now, now)).toEqual([]);
});
