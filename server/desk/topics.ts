import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';
import type { TopicRules } from '../platform/events/hub.ts';
import {
  accountAdmitted,
  accountSeesRequest,
  accountServesRequest,
  agentsOf,
  type Condition,
} from './access-rules.ts';
import { isId } from './addresses.ts';

/** Who may listen to `request:{id}`: whoever sees the request; its desk's agents hear of internal notes too. */
export function requestTopicRules(db: Database): TopicRules {
  async function among(accountIds: readonly string[], id: string, condition: Condition) {
    if (!isId(id) || accountIds.length === 0) return new Set<string>();
    const rows = await db
      .selectFrom(['account', 'request'])
      .select('account.id')
      .where('request.id', '=', id)
      .where('account.id', 'in', [...accountIds])
      .where('account.is_active', '=', true)
      .where(condition)
      .execute();
    return new Set(rows.map((row) => row.id));
  }
  return {
    mayListen: async (listener, id) => {
      const { sessionId, token, impersonation } = listener;
      const holding = impersonation
        ? { impersonationId: impersonation.id }
        : sessionId !== null
          ? { sessionId }
          : { tokenId: token?.id ?? '0' };
      const seesIt: Condition = sql`(${accountSeesRequest} and ${accountAdmitted(holding)})`;
      return (await among([listener.id], id, seesIt)).has(listener.id);
    },
    stillMayHear: (accountIds, id) =>
      among(accountIds, id, sql`(${accountSeesRequest} and ${accountAdmitted('any')})`),
    agentsAmong: (accountIds, id) => among(accountIds, id, accountServesRequest),
  };
}

/** Who may listen to `service-desk:{id}`: its agents. */
export function deskTopicRules(db: Database): TopicRules {
  const agents: TopicRules['stillMayHear'] = async (accountIds, id) => {
    if (!isId(id) || accountIds.length === 0) return new Set();
    const rows = await db
      .selectFrom(['account', 'service_desk'])
      .select('account.id')
      .where('service_desk.id', '=', id)
      .where('account.id', 'in', [...accountIds])
      .where('account.is_active', '=', true)
      .where(agentsOf(id))
      .execute();
    return new Set(rows.map((row) => row.id));
  };
  return {
    mayListen: async (listener, id) => (await agents([listener.id], id)).has(listener.id),
    stillMayHear: agents,
    agentsAmong: agents,
  };
}

/** Who may listen to `account:{accountId}`: that account, of what concerns it as a customer. */
export function accountTopicRules(db: Database): TopicRules {
  return {
    mayListen: async (listener, id) => listener.accountId === id,
    async stillMayHear(accountIds, id) {
      if (accountIds.length === 0) return new Set();
      const rows = await db
        .selectFrom('account')
        .select('id')
        .where('account_id', '=', id)
        .where('is_active', '=', true)
        .where('id', 'in', [...accountIds])
        .execute();
      return new Set(rows.map((row) => row.id));
    },
    agentsAmong: async () => new Set(),
  };
}

/** Who may listen to `organization:{id}`, of what is shared with all of it: its members. */
export function organizationTopicRules(db: Database): TopicRules {
  const members: TopicRules['stillMayHear'] = async (accountIds, id) => {
    if (!isId(id) || accountIds.length === 0) return new Set();
    const rows = await db
      .selectFrom('organization_member as member')
      .innerJoin('account', 'account.id', 'member.account_id')
      .select('account.id')
      .where('member.organization_id', '=', id)
      .where('account.id', 'in', [...accountIds])
      .where('account.is_active', '=', true)
      .execute();
    return new Set(rows.map((row) => row.id));
  };
  return {
    mayListen: async (listener, id) => (await members([listener.id], id)).has(listener.id),
    stillMayHear: members,
    agentsAmong: async () => new Set(),
  };
}
