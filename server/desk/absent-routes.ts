import { Type } from 'typebox';
import { requireViewer } from '../identity/index.ts';
import type { App } from '../platform/http/app-types.ts';
import { errorResponses } from '../platform/http/error-responses.ts';
import { NotFound } from '../platform/http/errors.ts';
import { page, pageQueryProperties, pageQuerySchema, pageSchema } from '../platform/http/paging.ts';
import type { Platform } from '../platform/platform.ts';
import { requireDesk } from './access.ts';

const articleSchema = Type.Object(
  {
    title: Type.String(),
    excerpt: Type.String(),
    source: Type.Object({ type: Type.String() }),
    content: Type.Object({ iframeSrc: Type.String() }),
  },
  { title: 'Article' },
);

const articleQuery = Type.Object({
  ...pageQueryProperties,
  query: Type.String({ maxLength: 500, description: 'What to look for' }),
  highlight: Type.Boolean({ default: false }),
});

/**
 * What Jira Service Management has and Portico has nothing of yet: assets, and articles of a knowledge base. Clients that ask for them are
 * told so: the lists are empty.
 */
export function absentRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  // Assets were called Insight once, and clients ask for them by either name.
  for (const [name, operationId] of [
    ['assets', 'getAssetsWorkspaces'],
    ['insight', 'getInsightWorkspaces'],
  ] as const) {
    app.get(
      `/rest/servicedeskapi/${name}/workspace`,
      {
        schema: {
          operationId,
          tags: ['Assets'],
          summary: 'Workspaces of assets: there are none yet',
          querystring: pageQuerySchema,
          response: {
            200: pageSchema(Type.Object({ workspaceId: Type.String() })),
            ...errorResponses(401),
          },
        },
      },
      async (request) => {
        requireViewer(request);
        return page({ request, ...request.query }, []);
      },
    );
  }

  app.get(
    '/rest/servicedeskapi/knowledgebase/article',
    {
      schema: {
        operationId: 'getArticles',
        tags: ['Knowledge base'],
        summary: 'Articles that have a text in them: there are none yet',
        querystring: articleQuery,
        response: { 200: pageSchema(articleSchema), ...errorResponses(400, 401) },
      },
    },
    async (request) => {
      requireViewer(request);
      const { start, limit } = request.query;
      return page({ request, start, limit }, []);
    },
  );

  app.get(
    '/rest/servicedeskapi/knowledgebase/article/view/:pageId',
    {
      schema: {
        operationId: 'viewArticle',
        tags: ['Knowledge base'],
        summary: 'An article: there is none yet',
        params: Type.Object({ pageId: Type.String() }),
        response: errorResponses(401, 404),
      },
    },
    async (request): Promise<never> => {
      requireViewer(request);
      throw new NotFound('There is no such article.');
    },
  );

  app.get(
    '/rest/servicedeskapi/servicedesk/:serviceDeskId/knowledgebase/article',
    {
      schema: {
        operationId: 'getArticlesOfServiceDesk',
        tags: ['Knowledge base'],
        summary: 'Articles of a service desk that have a text in them: there are none yet',
        params: Type.Object({ serviceDeskId: Type.String() }),
        querystring: articleQuery,
        response: { 200: pageSchema(articleSchema), ...errorResponses(400, 401, 403, 404) },
      },
    },
    async (request) => {
      await requireDesk(db, requireViewer(request), request.params.serviceDeskId);
      const { start, limit } = request.query;
      return page({ request, start, limit }, []);
    },
  );
}
