import { type Static, Type } from 'typebox';
import type { Queue } from './store.ts';

/** Counts go no further: beyond it, one only knows that there are more. */
export const maxCount = 1000;

/** A queue as servicedeskapi shows it. */
export const queueSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    jql: Type.String(),
    fields: Type.Array(Type.String()),
    issueCount: Type.Optional(Type.Integer()),
    _links: Type.Object({ self: Type.String() }),
    _portico: Type.Optional(
      Type.Object({ isCapped: Type.Boolean({ description: `There are more than ${maxCount}` }) }),
    ),
  },
  { title: 'Queue' },
);

/** The columns that every queue shows. */
const queueFields = [
  'issuetype',
  'issuekey',
  'summary',
  'status',
  'reporter',
  'assignee',
  'created',
  'updated',
];

/** Shows a queue the way servicedeskapi does, with how many requests it has if that was counted. */
export function queueJson(queue: Queue, siteAddress: string, count?: number): Static<typeof queueSchema> {
  return {
    id: queue.id,
    name: queue.name,
    jql: queue.jql,
    fields: queueFields,
    ...(count !== undefined && {
      issueCount: Math.min(count, maxCount),
      _portico: { isCapped: count > maxCount },
    }),
    _links: {
      self: `${siteAddress}/rest/servicedeskapi/servicedesk/${queue.serviceDeskId}/queue/${queue.id}`,
    },
  };
}
