import { Type } from '@fastify/type-provider-typebox';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import type { SignInRoom } from '../sign-in/complete.ts';
import { requireViewer, type Viewer } from '../viewer.ts';
import { avatarSvg } from './avatar.ts';
import { jiraUserJson, jiraUserSchema } from './json.ts';
import { type AccountSummary, accountByAccountId } from './store.ts';

const tags = ['user'];

/** People in Jira's own shape, and their pictures. */
export function addJiraUserRoutes(
  app: App,
  { platform, staff }: Pick<SignInRoom, 'platform' | 'staff'>,
): void {
  const { config, db } = platform;

  for (const version of ['3', '2'] as const) {
    app.get(
      `/rest/api/${version}/myself`,
      {
        schema: {
          operationId: version === '3' ? 'getCurrentUser' : 'getCurrentUser2',
          tags,
          summary: 'The signed-in account',
          response: { 200: jiraUserSchema, ...errorResponses(401) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        return show({ ...viewer, isActive: true }, true);
      },
    );

    app.get(
      `/rest/api/${version}/user`,
      {
        schema: {
          operationId: version === '3' ? 'getUser' : 'getUser2',
          tags,
          summary: 'An account; customers see themselves and the people who serve them',
          querystring: Type.Object({ accountId: Type.String({ minLength: 1, maxLength: 128 }) }),
          response: { 200: jiraUserSchema, ...errorResponses(400, 401, 404) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const account = await accountByAccountId(db, request.query.accountId);
        if (!account) throw new NotFound('There is no such account.');
        const { maySee, maySeeEmail } = await sightOf(viewer, account);
        if (!maySee) throw new NotFound('There is no such account.');
        return show(account, maySeeEmail);
      },
    );
  }

  app.get(
    '/rest/portico/1/account/:accountId/avatar',
    {
      schema: {
        operationId: 'getAvatar',
        tags,
        summary: 'The picture of an account, as SVG',
        params: Type.Object({ accountId: Type.String() }),
        response: { 200: Type.String(), ...errorResponses(401, 404) },
      },
    },
    async (request, reply) => {
      requireViewer(request);
      const account = await accountByAccountId(db, request.params.accountId);
      if (!account) throw new NotFound('There is no such account.');
      reply
        .type('image/svg+xml')
        .header('cache-control', 'private, max-age=86400')
        .header('content-security-policy', "sandbox; default-src 'none'")
        .serializer((svg: string) => svg);
      return avatarSvg(account.accountId, account.displayName);
    },
  );

  async function show(account: AccountSummary, viewerMaySeeEmail: boolean) {
    const isStaff = (await staff.among(db, [account.id])).has(account.id);
    return jiraUserJson(account, config.url, {
      viewerMaySeeEmail,
      accountType: isStaff ? 'atlassian' : 'customer',
    });
  }

  async function sightOf(viewer: Viewer, account: AccountSummary) {
    if (viewer.id === account.id) return { maySee: true, maySeeEmail: true };
    const staffHere = await staff.among(db, [viewer.id, account.id]);
    return {
      maySee: staffHere.has(viewer.id) || staffHere.has(account.id),
      maySeeEmail: staffHere.has(viewer.id),
    };
  }
}
