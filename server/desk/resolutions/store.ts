import type { Database } from '../../platform/database/database.ts';

/** How a request ended. */
export interface Resolution {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** what a dialog that asks for one begins with */
  readonly isDefault: boolean;
}

/** All resolutions, in order. */
export async function listResolutions(db: Database): Promise<Resolution[]> {
  return db
    .selectFrom('resolution')
    .select(['id', 'name', 'description', 'is_default as isDefault'])
    .orderBy('position')
    .orderBy('id')
    .execute();
}
