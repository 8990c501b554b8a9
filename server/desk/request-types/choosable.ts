import type { Database } from '../../platform/database/database.ts';

/** A request type that a request can be given. */
export interface ChoosableType {
  readonly id: string;
  readonly name: string;
  readonly workflowId: string;
}

/** The request types of a desk that are in use, in their order. */
export async function choosableTypes(db: Database, serviceDeskId: string): Promise<ChoosableType[]> {
  return db
    .selectFrom('request_type')
    .select(['id', 'name', 'workflow_id as workflowId'])
    .where('service_desk_id', '=', serviceDeskId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The type that a client names, by its id, by {"id": …} or {"name": …}, or as it was shown; null: none of them. */
export function typeNamed(types: readonly ChoosableType[], value: unknown): ChoosableType | null {
  if (typeof value === 'string' || typeof value === 'number') {
    return types.find(({ id }) => id === String(value)) ?? null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { id, name, requestType } = value as { id?: unknown; name?: unknown; requestType?: unknown };
  if (requestType !== undefined) return typeNamed(types, requestType);
  if (id !== undefined && id !== null) return typeNamed(types, id);
  if (typeof name !== 'string') return null;
  return types.find((type) => type.name.toLowerCase() === name.toLowerCase()) ?? null;
}
