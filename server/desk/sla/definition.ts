/** What a service level measures. As it is kept and as the API shows it. */

/** Something that happens to a request: it starts or stops a clock. */
export type SlaEvent =
  | { readonly kind: EventKind }
  | { readonly kind: 'status-entered' | 'status-left'; readonly statusIds: readonly string[] }
  /** the query comes to find the request, or no longer does */
  | { readonly kind: 'jql-entered' | 'jql-left'; readonly jql: string };

/** How a request is: while it is so, the clock stands still. */
export type SlaPause =
  | { readonly kind: PauseKind }
  | { readonly kind: 'status'; readonly statusIds: readonly string[] }
  | { readonly kind: 'jql'; readonly jql: string };

/** Events that need no further word. */
export const eventKinds = [
  'created',
  // comments that customers can read: by somebody who is no agent of the desk (or by the reporter), and by an agent
  'comment-by-customer',
  'comment-by-agent',
  'assignee-set',
  'assignee-cleared',
  'assignee-changed',
  'priority-changed',
  'resolution-set',
  'resolution-cleared',
  'approval-asked',
  'approval-answered',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** States that need no further word. */
export const pauseKinds = [
  'waiting-for-approval',
  'assigned',
  'unassigned',
  'resolved',
  'unresolved',
] as const;
export type PauseKind = (typeof pauseKinds)[number];

/** For how long it may take: for requests that the query finds; an empty query finds all. */
export interface SlaGoal {
  readonly jql: string;
  /** working time; null: no goal */
  readonly minutes: number | null;
  /** null: around the clock */
  readonly calendarId: string | null;
}

/** What of a metric decides on the cycles of a request. */
export interface SlaDefinition {
  readonly starts: readonly SlaEvent[];
  readonly stops: readonly SlaEvent[];
  readonly pauses: readonly SlaPause[];
  /** in order: the first that fits; the last is for all others */
  readonly goals: readonly SlaGoal[];
}

/** All queries that a definition asks, each once. */
export function queriesOf({ starts, stops, pauses, goals }: SlaDefinition): string[] {
  const conditions = [...starts, ...stops, ...pauses].flatMap((each) => ('jql' in each ? [each.jql] : []));
  return [...new Set([...conditions, ...goals.map(({ jql }) => jql)])].filter((jql) => jql !== '');
}
