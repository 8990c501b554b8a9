import { type RawBuilder, sql } from 'kysely';

/**
 * Selects request_link_type.id of those that are called by one of these words: by how they are said of the request on this side
 * (outward: of the one that the link begins at), by name, or by id. The names of some types are also what is said on one side, and
 * then that side is meant.
 */
export function linkTypesNamed(side: 'outward' | 'inward', values: readonly string[]): RawBuilder<unknown> {
  const words = values.map((value) => value.toLowerCase());
  return sql`select t.id from request_link_type t
    where lower(${sql.ref(`t.${side}`)}) = any(${words}::text[]) or t.id::text = any(${words}::text[])
      or (lower(t.name) = any(${words}::text[]) and lower(t.name) not in (lower(t.inward), lower(t.outward)))`;
}
