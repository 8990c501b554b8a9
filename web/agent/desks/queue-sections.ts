import type { QueueGroup } from './desk-queries.ts';
import type { NamedQueue } from './use-desk.ts';

/** Queues that stand together. */
export interface QueueSection {
  readonly id: string;
  /** 'starred' by the viewer, wanted at hand by the whole 'team', a 'group' of the desk, or all the 'others' */
  readonly kind: 'starred' | 'team' | 'group' | 'others';
  /** of a group */
  readonly name: string;
  readonly queues: readonly NamedQueue[];
}

/**
 * Queues in the sections in which agents see them, each once: what they starred, what the team wants at hand, what is in no group,
 * and group by group. Sections without queues are left out.
 */
export function sectionsOf(
  groups: readonly QueueGroup[],
  queues: readonly NamedQueue[],
): readonly QueueSection[] {
  const starred = queues.filter(({ isStarred }) => isStarred);
  const team = queues.filter(({ isStarred, isTeamPriority }) => !isStarred && isTeamPriority);
  const rest = queues.filter(({ isStarred, isTeamPriority }) => !isStarred && !isTeamPriority);
  const known = new Set(groups.map(({ id }) => id));
  const sections: QueueSection[] = [
    { id: 'starred', kind: 'starred', name: '', queues: starred },
    { id: 'team', kind: 'team', name: '', queues: team },
    {
      id: 'others',
      kind: 'others',
      name: '',
      queues: rest.filter(({ groupId }) => !groupId || !known.has(groupId)),
    },
    ...groups.map(
      ({ id, name }): QueueSection => ({
        id,
        kind: 'group',
        name,
        queues: rest.filter(({ groupId }) => groupId === id),
      }),
    ),
  ];
  return sections.filter((section) => section.queues.length > 0);
}
