import type { Database } from '../../platform/database/database.ts';

/** How urgent a request is. */
export interface Priority {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** a name of web/kit/colors */
  readonly color: string;
  readonly isDefault: boolean;
}

/** All priorities, from the most urgent to the least. */
export async function listPriorities(db: Database): Promise<Priority[]> {
  return db
    .selectFrom('priority')
    .select(['id', 'name', 'description', 'color', 'is_default as isDefault'])
    .orderBy('position')
    .orderBy('id')
    .execute();
}
