import type { Database } from '../../server/platform/database/database.ts';

const newest = 'ORDER BY created DESC';

/** Gives a desk queues in sections, one that the whole team wants at hand, and columns beside the usual ones. */
export async function writeQueues(trx: Database, serviceDeskId: string): Promise<void> {
  const { last } = await trx
    .selectFrom('queue')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('service_desk_id', '=', serviceDeskId)
    .executeTakeFirstOrThrow();
  const sections = await trx
    .insertInto('queue_group')
    .values(
      ['By urgency', 'Looking back'].map((name, position) => ({
        name,
        position,
        service_desk_id: serviceDeskId,
      })),
    )
    .returning('id')
    .execute();
  const [urgency, back] = sections.map(({ id }) => id);
  // what a new desk measures: columns of their own
  const slas = await trx
    .selectFrom('sla_metric')
    .select('field_id as fieldId')
    .where('service_desk_id', '=', serviceDeskId)
    .orderBy('position')
    .execute();
  const slaColumns = slas.map(({ fieldId }) => `customfield_${fieldId}`);
  const withPriority = [
    'issuekey',
    'summary',
    'priority',
    'requesttype',
    'reporter',
    'status',
    'assignee',
    'created',
  ];
  const queues = [
    {
      name: 'Urgent and nobody’s',
      jql: `priority in (Highest, High) AND assignee is EMPTY AND resolution = Unresolved ORDER BY priority DESC, created ASC`,
      group_id: urgency ?? null,
      columns: withPriority,
      is_team_priority: true,
    },
    {
      name: 'High and highest',
      jql: `priority in (Highest, High) AND resolution = Unresolved ${newest}`,
      group_id: urgency ?? null,
      columns: withPriority,
    },
    {
      name: 'Due first',
      jql: 'resolution = Unresolved ORDER BY "Time to resolution" ASC',
      group_id: urgency ?? null,
      columns: ['issuekey', 'summary', 'priority', 'status', 'assignee', ...slaColumns],
    },
    {
      name: 'Waiting for two days',
      jql: 'updated <= -2d AND resolution = Unresolved ORDER BY updated ASC',
      group_id: urgency ?? null,
    },
    {
      name: 'Resolved this week',
      jql: 'resolved >= startOfWeek() ORDER BY resolved DESC',
      group_id: back ?? null,
      columns: ['issuekey', 'summary', 'resolution', 'reporter', 'assignee', 'resolutiondate'],
    },
  ];
  for (const [index, queue] of queues.entries()) {
    await trx
      .insertInto('queue')
      .values({ ...queue, service_desk_id: serviceDeskId, position: (last ?? -1) + 1 + index })
      .execute();
  }
}
