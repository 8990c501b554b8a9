import { type Static, Type } from 'typebox';
import { nullable } from '../issues/api-version.ts';
import { listedExtras, listedFields } from '../issues/json.ts';
import { requestTypeFieldSchema } from '../issues/request-type-field.ts';
import { defaultColumns } from './columns.ts';
import type { QueueCount } from './counts.ts';
import type { Queue, QueueGroup } from './store.ts';

/** Counts go no further: beyond it, one only knows that there are more. */
export const maxCount = 1000;

const isCappedSchema = Type.Boolean({ description: `There are more than ${maxCount}` });

/** A queue as servicedeskapi shows it. */
export const queueSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    jql: Type.String(),
    fields: Type.Array(Type.String()),
    issueCount: Type.Optional(Type.Integer()),
    _links: Type.Object({ self: Type.String() }),
    _portico: Type.Optional(Type.Object({ isCapped: isCappedSchema })),
  },
  { title: 'Queue' },
);

/** Shows a queue the way servicedeskapi does, with how many requests it has if that was counted. */
export function queueJson(queue: Queue, siteAddress: string, count?: QueueCount): Static<typeof queueSchema> {
  return {
    id: queue.id,
    name: queue.name,
    jql: queue.jql,
    fields: [...(queue.columns ?? defaultColumns)],
    ...(count &&
      'count' in count && {
        issueCount: Math.min(count.count, maxCount),
        _portico: { isCapped: count.count > maxCount },
      }),
    _links: {
      self: `${siteAddress}/rest/servicedeskapi/servicedesk/${queue.serviceDeskId}/queue/${queue.id}`,
    },
  };
}

/** A request in a queue: what every list shows, and the columns of the queue. */
export const queueIssueSchema = Type.Object(
  {
    id: Type.String(),
    key: Type.String(),
    self: Type.String(),
    fields: Type.Object(
      {
        ...listedFields,
        organization: Type.Optional(listedExtras.organization),
        requesttype: Type.Optional(requestTypeFieldSchema),
      },
      { additionalProperties: Type.Unknown() },
    ),
    _portico: Type.Object(listedExtras),
  },
  { title: 'QueueIssue' },
);

/** A request in a queue on the wire. */
export type QueueIssueJson = Static<typeof queueIssueSchema>;

/** A section of a desk's queues. */
export const queueGroupSchema = Type.Object(
  { id: Type.String(), name: Type.String() },
  { title: 'QueueGroup' },
);

/** A queue as those see it who work from it or set it up. */
export const deskQueueSchema = Type.Object(
  {
    id: Type.String(),
    serviceDeskId: Type.String(),
    name: Type.String(),
    jql: Type.String(),
    columns: Type.Array(Type.String(), { description: 'Ids of fields' }),
    hasOwnColumns: Type.Boolean({ description: 'false: those that every list begins with' }),
    groupId: nullable(Type.String()),
    isTeamPriority: Type.Boolean({ description: 'At hand for all agents of the desk' }),
    isStarred: Type.Boolean({ description: 'By you' }),
    version: Type.Integer({ description: 'Send it with a change, so that nobody else’s is lost' }),
    issueCount: Type.Optional(Type.Integer({ description: `At most ${maxCount}` })),
    isCapped: Type.Optional(isCappedSchema),
    problem: Type.Optional(Type.String({ description: 'Why the requests in it are not counted' })),
  },
  { title: 'DeskQueue' },
);

/** The queues of a desk and their sections, both in order. */
export const deskQueuesSchema = Type.Object(
  { groups: Type.Array(queueGroupSchema), queues: Type.Array(deskQueueSchema) },
  { title: 'DeskQueues' },
);

/** Shows a queue to an agent, with how many requests it has if that was counted. */
export function deskQueueJson(
  queue: Queue,
  starred: ReadonlySet<string>,
  count?: QueueCount,
): Static<typeof deskQueueSchema> {
  const { columns, ...rest } = queue;
  return {
    ...rest,
    columns: [...(columns ?? defaultColumns)],
    hasOwnColumns: columns !== null,
    isStarred: starred.has(queue.id),
    ...(count &&
      ('count' in count
        ? { issueCount: Math.min(count.count, maxCount), isCapped: count.count > maxCount }
        : { problem: count.problem })),
  };
}

/** Shows a section. */
export function queueGroupJson({ id, name }: QueueGroup): Static<typeof queueGroupSchema> {
  return { id, name };
}
