import type { QueueTemplate } from './template.ts';

const newest = 'ORDER BY created DESC';

/** Queues that every desk begins with. */
export const commonQueues: readonly QueueTemplate[] = [
  { name: 'All open', jql: `resolution = Unresolved ${newest}` },
  { name: 'Unassigned', jql: `assignee is EMPTY AND resolution = Unresolved ${newest}` },
  { name: 'Assigned to me', jql: `assignee = currentUser() AND resolution = Unresolved ${newest}` },
];

/** Open requests in a status. */
export function queueOfStatus(status: string, name = status): QueueTemplate {
  return { name, jql: `status = "${status}" ${newest}` };
}

/** Open requests of some kinds. */
export function queueOfTypes(name: string, ...types: readonly string[]): QueueTemplate {
  const named = types.map((type) => `"${type}"`).join(', ');
  return { name, jql: `"request type" in (${named}) AND resolution = Unresolved ${newest}` };
}

/** What was resolved lately. */
export const recentlyResolved: QueueTemplate = {
  name: 'Recently resolved',
  jql: 'resolved >= -14d ORDER BY resolved DESC',
};
