/** What starts and stops a clock: something that happens to a request. Grouped as they are chosen. */
export const eventGroups = {
  request: ['created', 'priority-changed'],
  conversation: ['comment-by-customer', 'comment-by-agent'],
  status: ['status-entered', 'status-left'],
  resolution: ['resolution-set', 'resolution-cleared'],
  assignee: ['assignee-set', 'assignee-cleared', 'assignee-changed'],
  approval: ['approval-asked', 'approval-answered'],
  query: ['jql-entered', 'jql-left'],
} as const;

/** What makes a clock stand still: how a request is. */
export const pauseGroups = {
  status: ['status'],
  approval: ['waiting-for-approval'],
  assignee: ['assigned', 'unassigned'],
  resolution: ['resolved', 'unresolved'],
  query: ['jql'],
} as const;

export type EventKind = (typeof eventGroups)[keyof typeof eventGroups][number];
export type PauseKind = (typeof pauseGroups)[keyof typeof pauseGroups][number];
export type ConditionKind = EventKind | PauseKind;

/** What has to be said beside the kind. */
export type Detail = 'statuses' | 'query' | null;

/** What a kind of condition needs. */
export function detailOf(kind: ConditionKind): Detail {
  switch (kind) {
    case 'status-entered':
    case 'status-left':
    case 'status':
      return 'statuses';
    case 'jql-entered':
    case 'jql-left':
    case 'jql':
      return 'query';
    default:
      return null;
  }
}
