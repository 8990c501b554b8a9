import type { Database } from '../platform/database/database.ts';

/** Those of `accountIds` (account.id) who work for the desk, by the rule of one room. */
export type StaffRule = (db: Database, accountIds: readonly string[]) => Promise<Set<string>>;

/** Who is staff: administrators by themselves, others when a room says so. */
export interface Staff {
  addRule(rule: StaffRule): void;
  /** Those of `accountIds` who are staff. */
  among(db: Database, accountIds: readonly string[]): Promise<Set<string>>;
}

/** Makes the list of rules; rooms add theirs when they register. */
export function createStaff(): Staff {
  const rules: StaffRule[] = [administrators];
  return {
    addRule: (rule) => {
      rules.push(rule);
    },
    async among(db, accountIds) {
      const found = new Set<string>();
      if (accountIds.length === 0) return found;
      for (const rule of rules) {
        for (const id of await rule(db, accountIds)) found.add(id);
      }
      return found;
    },
  };
}

async function administrators(db: Database, accountIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('account')
    .select('id')
    .where('id', 'in', [...accountIds])
    .where('is_administrator', '=', true)
    .execute();
  return new Set(rows.map((row) => row.id));
}
