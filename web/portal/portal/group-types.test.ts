import { expect, test } from 'vitest';
import { groupTypes } from './group-types.ts';

const common = { id: '1', name: 'Common' };
const access = { id: '2', name: 'Access' };
const empty = { id: '3', name: 'Empty' };

test('types stand under their groups in order; without a group under none, last; empty groups are not shown', () => {
  const problem = { id: 'a', groupIds: ['1', '2'] };
  const key = { id: 'b', groupIds: ['2'] };
  const lonely = { id: 'c', groupIds: [] };
  const orphan = { id: 'd', groupIds: ['99'] };
  expect(groupTypes([common, empty, access], [problem, key, lonely, orphan])).toEqual([
    { group: common, types: [problem] },
    { group: access, types: [problem, key] },
    { group: null, types: [lonely, orphan] },
  ]);
});

test('a portal without groups shows its types all the same', () => {
  const type = { id: 'a', groupIds: [] };
  expect(groupTypes([], [type])).toEqual([{ group: null, types: [type] }]);
});
