import { expect, test } from 'vitest';
import { sectionsOf } from './queue-sections.ts';

const queue = (name: string, more: object = {}) => ({ id: name, name, ...more });
const shown = (...sections: Parameters<typeof sectionsOf>) =>
  sectionsOf(...sections).map(({ kind, name, queues }) => [kind, name, queues.map(({ id }) => id).join()]);

test('each queue stands once: starred, the team’s, in no group, or in its group', () => {
  expect(
    shown(
      [
        { id: '1', name: 'Devices' },
        { id: '2', name: 'Empty' },
      ],
      [
        queue('a', { groupId: null }),
        queue('b', { groupId: '1' }),
        queue('c', { groupId: '1', isTeamPriority: true }),
        queue('d', { groupId: '1', isTeamPriority: true, isStarred: true }),
      ],
    ),
  ).toEqual([
    ['starred', '', 'd'],
    ['team', '', 'c'],
    ['others', '', 'a'],
    ['group', 'Devices', 'b'],
  ]);
});

test('queues that are known by name alone stand together', () => {
  expect(shown([], [queue('a'), queue('b')])).toEqual([['others', '', 'a,b']]);
});
