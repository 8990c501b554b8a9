import { expect, test } from 'vitest';
import type { DeskQueues, Queue } from '../../desks/desk-queries.ts';
import { deskQueuesOf, sectionsIn, withQueueBeside, withQueueIn } from './arrangement.ts';

const queue = (id: string, groupId: string | null) => ({ id, groupId }) as Queue;
const desk: DeskQueues = {
  groups: [
    { id: '1', name: 'One' },
    { id: '2', name: 'Two' },
  ],
  queues: [queue('a', null), queue('b', null), queue('c', '1')],
};
const shown = (sections: ReturnType<typeof sectionsIn>) =>
  sections.map(({ queues }) => queues.map(({ id }) => id).join(''));

test('sections keep the order of the desk, and empty ones are there', () => {
  expect(shown(sectionsIn(desk))).toEqual(['ab', 'c', '']);
  expect(deskQueuesOf(sectionsIn(desk))).toEqual(desk);
});

test('a queue is let go beside another, also of another section, or into an empty one', () => {
  const sections = sectionsIn(desk);
  expect(shown(withQueueBeside(sections, 'a', 'b', 'after'))).toEqual(['ba', 'c', '']);
  const across = withQueueBeside(sections, 'a', 'c', 'before');
  expect(shown(across)).toEqual(['b', 'ac', '']);
  expect(deskQueuesOf(across).queues.find(({ id }) => id === 'a')?.groupId).toBe('1');
  expect(shown(withQueueIn(sections, 'c', '2'))).toEqual(['ab', '', 'c']);
  expect(shown(withQueueIn(sections, 'c', null))).toEqual(['abc', '', '']);
});
