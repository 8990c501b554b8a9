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
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: '__Host-portico_session' },
          basic: { type: 'http', scheme: 'basic', description: 'E-mail address and API token' },
          bearer: { type: 'http', scheme: 'bearer', description: 'API token' },
        },
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

/**
 * The description as it is served and kept in openapi.json: the same text for the same routes. Schemas with a title are
 * told once, under components, and referred to by it.
 *
 * @throws when two different schemas have the same title
 */
export function openapiText(app: App): string {
  const named: Record<string, unknown> = {};
  const { components, ...document } = sorted(app.swagger()) as Record<string, unknown>;
  const described = nameSchemas(document, named) as Record<string, unknown>;
  const withNames = { ...described, components: { ...(components as object), schemas: named } };
  return `${JSON.stringify(sorted(withNames), null, 2)}\n`;
}

/** Puts each schema that has a title into `named`, and a reference in its place. */
function nameSchemas(value: unknown, named: Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => nameSchemas(item, named));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) copy[key] = nameSchemas(inner, named);
  const { title, type } = copy;
  if (typeof title !== 'string' || type !== 'object') return copy;
  const known = named[title];
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(copy)) {
    throw new Error(`Two different schemas have the title ${title}`);
  }
  named[title] = copy;
  return { $ref: `#/components/schemas/${title}` };
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
