import { expect, test } from 'vitest';
import type { Issue } from '../request/request-queries.ts';
import { linkedOf } from './links-queries.ts';

const blocks = { id: '1', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' };
const relates = { id: '2', name: 'Relates', inward: 'relates to', outward: 'relates to' };
const other = (key: string) => ({ key, fields: { summary: `About ${key}`, status: { name: 'Open' } } });

function issueWith(issuelinks: unknown): Issue {
  return { fields: { issuelinks } } as unknown as Issue;
}

test('requests stand under how this one is to them', () => {
  const groups = linkedOf(
    issueWith([
      { id: '1', type: blocks, outwardIssue: other('A-1') },
      { id: '2', type: blocks, inwardIssue: other('A-2') },
      { id: '3', type: relates, inwardIssue: other('A-3') },
      { id: '4', type: blocks, outwardIssue: other('A-4') },
    ]),
  );
  expect(groups.map(({ words, linked }) => [words, linked.map(({ key }) => key)])).toEqual([
    ['blocks', ['A-1', 'A-4']],
    ['is blocked by', ['A-2']],
    ['relates to', ['A-3']],
  ]);
  expect(groups[1]?.linked[0]?.relation).toEqual({
    typeId: '1',
    direction: 'inward',
    words: 'is blocked by',
  });
});

test('a request without links has none, and a link to what may not be seen is left out', () => {
  expect(linkedOf(issueWith(undefined))).toEqual([]);
  expect(linkedOf(issueWith([{ id: '1', type: blocks }]))).toEqual([]);
});
