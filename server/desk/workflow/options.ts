import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Static } from 'typebox';
import type { FieldSettings, FieldTypeName } from '../../fields/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { settingsJson } from '../custom-fields/json.ts';
import { listPriorities } from '../priorities/store.ts';
import { listResolutions } from '../resolutions/store.ts';
import { editedStatusJson, type workflowOptionsSchema } from './admin-json.ts';
import type { WorkflowDefinition } from './definition.ts';
import { listStatuses } from './workflow-store.ts';

/** Most groups that are offered. */
const maxGroups = 1000;

/** What workflows are made of, with the people whom these definitions name. */
export async function workflowOptions(
  db: Database,
  definitions: readonly (WorkflowDefinition | null)[],
): Promise<Static<typeof workflowOptionsSchema>> {
  const fields = await db
    .selectFrom('field')
    .select(['id', 'name', sql<FieldTypeName>`type`.as('type')])
    .select(sql<FieldSettings>`settings`.as('settings'))
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('field_option')
          .innerJoin('field_context', 'field_context.id', 'field_option.context_id')
          .select([
            sql<string>`field_option.id::text`.as('id'),
            'field_option.value',
            sql<string | null>`field_option.parent_id::text`.as('parentId'),
            'field_option.is_archived as isArchived',
          ])
          .whereRef('field_option.field_id', '=', 'field.id')
          .where('field_context.is_global', '=', true)
          .where('field_option.is_archived', '=', false)
          .orderBy('field_option.position'),
      ).as('options'),
    )
    .where('archived_at', 'is', null)
    .orderBy(sql`lower(name)`)
    .execute();
  const groups = await db
    .selectFrom('account_group')
    .select([sql<string>`group_id::text`.as('id'), 'name'])
    .orderBy(sql`lower(name)`)
    .limit(maxGroups)
    .execute();
  return {
    statuses: (await listStatuses(db)).map(editedStatusJson),
    resolutions: (await listResolutions(db)).map(({ id, name }) => ({ id, name })),
    priorities: (await listPriorities(db)).map(({ id, name }) => ({ id, name })),
    fields: fields.map((field) => ({
      ...field,
      id: `customfield_${field.id}`,
      settings: settingsJson(field.settings),
    })),
    groups,
    people: await peopleNamedIn(db, definitions),
  };
}

async function peopleNamedIn(db: Database, definitions: readonly (WorkflowDefinition | null)[]) {
  const named = definitions.flatMap((definition) => [
    ...(definition?.statuses ?? []).flatMap(({ approval }) =>
      approval?.approvers.kind === 'people' ? approval.approvers.accountIds : [],
    ),
    ...(definition?.transitions ?? []).flatMap(({ effects }) =>
      effects.flatMap((effect) =>
        effect.kind === 'assign' && effect.to === 'person' ? effect.accountId : [],
      ),
    ),
  ]);
  if (named.length === 0) return [];
  return db
    .selectFrom('account')
    .select(['account_id as accountId', 'display_name as displayName'])
    .where('account_id', 'in', named)
    .execute();
}
