import { movedBeside } from '../../../kit/sorting/order.ts';
import type { DeskQueues, Queue, QueueGroup } from '../../desks/desk-queries.ts';

/** The queues of a section as they are set up, whoever starred them. */
export interface Section {
  /** null: those before all sections */
  readonly group: QueueGroup | null;
  readonly queues: readonly Queue[];
}

/** All sections of a desk, those of no section first. */
export function sectionsIn({ groups, queues }: DeskQueues): readonly Section[] {
  return [null, ...groups].map((group) => ({
    group,
    queues: queues.filter(({ groupId }) => groupId === (group?.id ?? null)),
  }));
}

/** The sections with a queue let go before or after another one, whichever section that is in. */
export function withQueueBeside(
  sections: readonly Section[],
  queueId: string,
  targetId: string,
  side: 'before' | 'after',
): readonly Section[] {
  const queue = queueIn(sections, queueId);
  if (!queue || queueId === targetId) return sections;
  return sections.map((section) => {
    const isTarget = section.queues.some(({ id }) => id === targetId);
    const rest = section.queues.filter(({ id }) => id !== queueId);
    if (!isTarget) return { ...section, queues: rest };
    const moved = movedBeside([...rest, queue], ({ id }) => id, queueId, targetId, side);
    return { ...section, queues: moved.map((each) => inSection(each, section)) };
  });
}

/** The sections with a queue as the last one of a section. */
export function withQueueIn(
  sections: readonly Section[],
  queueId: string,
  groupId: string | null,
): readonly Section[] {
  const queue = queueIn(sections, queueId);
  if (!queue) return sections;
  return sections.map((section) => {
    const rest = section.queues.filter(({ id }) => id !== queueId);
    return (section.group?.id ?? null) === groupId
      ? { ...section, queues: [...rest, inSection(queue, section)] }
      : { ...section, queues: rest };
  });
}

/** The same as the desk's queues are kept. */
export function deskQueuesOf(sections: readonly Section[]): DeskQueues {
  return {
    groups: sections.flatMap(({ group }) => group ?? []),
    queues: sections.flatMap(({ queues }) => [...queues]),
  };
}

function queueIn(sections: readonly Section[], queueId: string): Queue | undefined {
  return sections.flatMap(({ queues }) => queues).find(({ id }) => id === queueId);
}

function inSection(queue: Queue, { group }: Section): Queue {
  return { ...queue, groupId: group?.id ?? null };
}
