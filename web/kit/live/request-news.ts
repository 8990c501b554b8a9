import type { LiveChange } from './live-stream.ts';

/**
 * What a change means to the open page of a request. That it was deleted is heard through the topics of those who had to do with
 * it: of the request itself nobody may hear any more. Null: it is about something else.
 */
export function newsOfRequest(
  change: LiveChange | null,
  requestId: string,
): 'changed' | 'deleted' | 'workflow' | null {
  if (!change) return 'changed';
  if (change.kind === 'request.deleted' && change.payload['requestId'] === requestId) return 'deleted';
  if (change.topics.includes(`request:${requestId}`)) return 'changed';
  return change.kind === 'workflow.changed' ? 'workflow' : null;
}
