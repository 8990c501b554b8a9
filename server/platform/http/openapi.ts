import { createHash } from 'node:crypto';
import swagger from '@fastify/swagger';
import type { App } from './app-types.ts';

const description = `Everything that the help center, the agent desk and the administration do, they do through this interface.

\`/rest/servicedeskapi\` and \`/rest/api/3\` answer as Jira Service Management's own; what Jira has no word for is under \`/rest/portico/1\`.
Errors look like \`{"errorMessages": ["…"], "errors": {"field": "…"}}\`.`;

/** Describes every route that is added from now on, and adds `/openapi.json`. */
export async function registerOpenapi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Portico', version: '1', description },
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-portico_session' } },
      },
      security: [{ session: [] }],
    },
    hideUntagged: true,
    transform: ({ schema, url }) => ({
      url,
      schema: {
        ...schema,
        ...(schema?.querystring ? { querystring: withDefaultsOptional(schema.querystring) } : {}),
      },
    }),
  });

  let answer: { text: string; tag: string } | undefined;
  app.get('/openapi.json', { schema: { hide: true } }, async (request, reply) => {
    if (!answer) {
      const text = openapiText(app);
      answer = { text, tag: `"${createHash('sha256').update(text).digest('base64url')}"` };
    }
    reply.headers({ etag: answer.tag, 'cache-control': 'no-cache' });
    if (request.headers['if-none-match'] === answer.tag) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(answer.text);
  });
}

/** The description as it is served and kept in openapi.json: the same text for the same routes. */
export function openapiText(app: App): string {
  return `${JSON.stringify(sorted(app.swagger()), null, 2)}\n`;
}

/** A parameter that has a default may be left out, though TypeBox, for which it is always there, calls it required. */
function withDefaultsOptional(querystring: unknown): unknown {
  const { properties, required } = querystring as {
    properties?: Record<string, { default?: unknown }>;
    required?: string[];
  };
  if (!properties || !required) return querystring;
  return {
    ...(querystring as object),
    required: required.filter((name) => properties[name]?.default === undefined),
  };
}

/** Keys in alphabetical order, so that the order in which routes are added does not matter. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
