import type { FastifyRequest } from 'fastify';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { DB } from '../platform/database/schema.ts';
import { Forbidden } from '../platform/http/errors.ts';
import { requireViewer, type Viewer } from './viewer.ts';

/** Whether an account works for the desk, by the rule of one room: a condition on a row of `account`. */
export type StaffRule = (account: ExpressionBuilder<DB, 'account'>) => Expression<SqlBool>;

/** Who is staff: administrators by themselves, others when a room says so. */
export interface Staff {
  addRule(rule: StaffRule): void;
  /** Those of `accountIds` (account.id) who are staff. Asked in one statement, whatever the number of rules. */
  among(db: Database, accountIds: readonly string[]): Promise<Set<string>>;
}

/** Makes the list of rules; rooms add theirs when they register. */
export function createStaff(): Staff {
  const rules: StaffRule[] = [(account) => account('account.is_administrator', '=', true)];
  return {
    addRule: (rule) => {
      rules.push(rule);
    },
    async among(db, accountIds) {
      if (accountIds.length === 0) return new Set();
      const rows = await db
        .selectFrom('account')
        .select('account.id')
        .where('account.id', 'in', [...accountIds])
        .where((account) => account.or(rules.map((rule) => rule(account))))
        .execute();
      return new Set(rows.map(({ id }) => id));
    },
  };
}

/**
 * The signed-in agent or administrator.
 * @throws Unauthenticated, Forbidden
 */
export async function requireStaff(
  { staff, db }: { readonly staff: Staff; readonly db: Database },
  request: FastifyRequest,
): Promise<Viewer> {
  const viewer = requireViewer(request);
  if ((await staff.among(db, [viewer.id])).has(viewer.id)) return viewer;
  throw new Forbidden('Only agents and administrators may look through people and groups.');
}
