import { isoDate } from '../jira-date.ts';
import type { QueueRow } from './queue-queries.ts';
import type { RowFacts } from './rows.ts';

/** A row as the list shows it. */
export interface ListRow extends RowFacts {
  readonly statusCategory: string;
  readonly requestType: string;
  readonly assigneeId: string | null;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** Takes what the list shows out of a request in the API's shape. */
export function listRow(row: QueueRow): ListRow {
  const { fields, _portico: extras } = row;
  return {
    key: row.key,
    summary: fields.summary,
    reporter: fields.reporter?.displayName ?? '',
    organization: extras.organization?.name ?? '',
    assignee: fields.assignee?.displayName ?? '',
    assigneeId: fields.assignee?.accountId ?? null,
    status: fields.status.name,
    statusCategory: fields.status.statusCategory.key,
    requestType: extras.requestType.name,
    version: extras.version,
    updatedAt: Date.parse(isoDate(fields.updated)),
    createdAt: isoDate(fields.created),
    changedAt: isoDate(fields.updated),
  };
}
