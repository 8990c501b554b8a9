import { sql } from 'kysely';
import { Type } from 'typebox';
import { accountsByIds, jiraUserJson, jiraUserSchema, requireViewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { textPattern } from '../../platform/formats/text-search.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireAgentRequest } from '../access.ts';
import { accountSeesRequest } from '../access-rules.ts';
import { accountIdPattern } from '../addresses.ts';
import { apiVersions, operationIn } from '../issues/api-version.ts';
import { agentsAmong, siteOf } from '../people.ts';

const maxFound = 100;

/** Who may read a request, and so be mentioned in what is said of it to its customers. */
export function readerRoutes(app: App, { db }: Platform): void {
  for (const version of apiVersions) {
    app.get(
      `/rest/api/${version}/user/viewissue/search`,
      {
        schema: {
          operationId: operationIn(version, 'findUsersWithBrowsePermission'),
          tags: ['Issues'],
          summary: 'Who may see an issue, by name: its customers, and the agents of its service desk',
          querystring: Type.Object({
            issueKey: Type.Optional(Type.String({ minLength: 1, maxLength: 50 })),
            query: Type.Optional(
              Type.String({ maxLength: 200, description: 'Part of the name or e-mail address' }),
            ),
            accountId: Type.Optional(
              Type.String({ pattern: accountIdPattern, description: 'Only this person' }),
            ),
            startAt: Type.Integer({ minimum: 0, maximum: 10_000, default: 0 }),
            maxResults: Type.Integer({
              minimum: 1,
              maximum: 1000,
              default: 50,
              description: 'More than 100 are not given at once',
            }),
          }),
          response: { 200: Type.Array(jiraUserSchema), ...errorResponses(400, 401, 404) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const { issueKey, maxResults, ...filter } = request.query;
        if (issueKey === undefined) throw new Invalid('Say for which issue, by issueKey.');
        const { id } = await requireAgentRequest(db, viewer, issueKey);
        const ids = await listReaders(db, id, { ...filter, maxResults: Math.min(maxResults, maxFound) });
        const [accounts, agents] = await Promise.all([accountsByIds(db, ids), agentsAmong(db, ids)]);
        return ids.flatMap((reader) => {
          const account = accounts.get(reader);
          if (!account) return [];
          const accountType = agents.has(reader) || account.isAdministrator ? 'atlassian' : 'customer';
          return [jiraUserJson(account, siteOf(request).url, { accountType })];
        });
      },
    );
  }
}

interface ReaderFilter {
  readonly query?: string;
  readonly accountId?: string;
  readonly startAt: number;
  readonly maxResults: number;
}

/** account.id of those who may see the request, by name; those whose name or e-mail address has `query` in it. */
async function listReaders(
  db: Database,
  requestId: string,
  { query = '', accountId, startAt, maxResults }: ReaderFilter,
): Promise<string[]> {
  const pattern = textPattern(query);
  const rows = await db
    .selectFrom(['account', 'request'])
    .select('account.id')
    .where('request.id', '=', requestId)
    .where('account.is_active', '=', true)
    .where('account.id', '=', sql<string>`any(array(${mayBeReaders(requestId)}))`)
    .where(accountSeesRequest)
    .where(sql<boolean>`(account.display_name ilike ${pattern} or account.email ilike ${pattern})`)
    .$if(accountId !== undefined, (narrowed) => narrowed.where('account.account_id', '=', accountId ?? ''))
    .orderBy(sql`lower(account.display_name)`)
    .orderBy('account.id')
    .offset(startAt)
    .limit(maxResults)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Whoever may come to see the request, by each way there is (../access-rules.ts): asking it of these few takes no time, where asking it
 * of every account does. Who is left out by mistake is not found here; nobody is found who may not see it.
 */
function mayBeReaders(requestId: string) {
  return sql`
    select r.reporter_id from request r where r.id = ${requestId}
    union select m.account_id from organization_member m
      join request r on r.organization_id = m.organization_id where r.id = ${requestId} and m.role = 'manager'
    union select p.account_id from request_participant p where p.request_id = ${requestId}
    union select a.account_id from service_desk_agent a
      join request r on r.service_desk_id = a.service_desk_id where r.id = ${requestId}
    union select a.account_id from approval_approver a where a.request_id = ${requestId}
    union select m.account_id from request_share s
      join organization_member m on m.organization_id = s.organization_id where s.request_id = ${requestId}
    union select a.id from account a where a.is_administrator`;
}
