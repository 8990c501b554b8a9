import { type RawBuilder, sql } from 'kysely';
import type { Condition } from '../access-rules.ts';

/**
 * Selects account.id of whom a query names: by accountId, by e-mail address, or by display name, in whatever case. Several people may
 * have one name.
 */
export function accountsNamed(value: string): RawBuilder<unknown> {
  const text = value.trim();
  if (isAccountId(text)) return sql`select a.id from account a where a.account_id = ${text}`;
  if (text.includes('@')) return sql`select a.id from account a where a.email = lower(${text})`;
  return sql`select a.id from account a where a.account_id = ${text} or lower(a.display_name) = lower(${text})`;
}

/** That the account.id in a column is that of somebody whom a query names. */
export function isPersonNamed(column: RawBuilder<unknown>, value: string): Condition {
  const accounts = accountsNamed(value);
  // One at most is compared as a scalar, so that an index also gives the order.
  return isAccountId(value.trim()) || value.includes('@')
    ? sql`${column} = (${accounts})`
    : sql`${column} = any(array(${accounts}))`;
}

function isAccountId(text: string): boolean {
  return /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
