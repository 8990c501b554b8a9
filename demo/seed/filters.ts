import type { Database } from '../../server/platform/database/database.ts';

const filters = [
  {
    name: 'Customers who have not answered for three days',
    description: 'To ask once more, or to close',
    jql: 'status = "Waiting for customer" AND updated <= -3d ORDER BY updated ASC',
    columns: ['issuekey', 'summary', 'organization', 'status', 'assignee', 'updated'],
  },
  {
    name: 'Customers who answered this week',
    description: 'What came back to us, whoever has it',
    jql: 'status changed FROM "Waiting for customer" TO "Waiting for support" AFTER -7d ORDER BY updated DESC',
    columns: null,
  },
  {
    name: 'Machines that leak or make noise',
    description: '',
    jql: 'project in (SUP, FLD) AND text ~ "leak* OR noise" ORDER BY created DESC',
    columns: null,
  },
];

/** Queries that one of the agents has saved and starred, for everyone who works at Northwind. */
export async function writeFilters(trx: Database, ownerId: string): Promise<void> {
  for (const filter of filters) {
    const { id } = await trx
      .insertInto('jql_filter')
      .values({ owner_id: ownerId, ...filter })
      .returning('id')
      .executeTakeFirstOrThrow();
    await trx.insertInto('jql_filter_share').values({ filter_id: id }).execute();
    await trx.insertInto('jql_filter_favourite').values({ account_id: ownerId, filter_id: id }).execute();
  }
}
