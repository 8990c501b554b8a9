/** Fastify's routes, one line each (`GET /rest/…/:id`), from the tree that it prints: four characters of indent per level. */
export function routesOf(tree: string): string[] {
  const routes: string[] = [];
  const prefixes: string[] = [];
  for (const line of tree.split('\n')) {
    const match = /^([│├└─\s]*)(\S+)(?: \((.+)\))?$/u.exec(line);
    if (!match) continue;
    const depth = (match[1] ?? '').length / 4;
    const path = (prefixes[depth - 1] ?? '') + (match[2] ?? '');
    prefixes[depth] = path;
    const methods = (match[3] ?? '').split(', ').filter((method) => method !== '' && method !== 'HEAD');
    routes.push(...methods.map((method) => `${method} ${path}`));
  }
  return routes;
}

/** Whether the table of the desk (desk/permissions.test.ts) has the route; all others are in desk/every-route.test.ts. */
export function isOfDesk(path: string): boolean {
  return (
    (path.startsWith('/rest/servicedeskapi/') && !path.startsWith('/rest/servicedeskapi/organization')) ||
    /^\/rest\/api\/[23]\/(?!myself$|groups?($|\/)|users?$|users?\/(groups|search)$)/.test(path) ||
    path.startsWith('/rest/portico/1/service-desk') ||
    path.startsWith('/rest/portico/1/request/') ||
    path.startsWith('/secure/attachment/') ||
    path === '/rest/portico/1/my-desks'
  );
}

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
  readonly format?: string;
}

/**
 * Something that a schema takes, with no more in it than must be: so that a call gets past validation to what decides who may
 * make it. Patterns are tried with the few texts that ours are for.
 */
export function sampleOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sampleOf(schema.anyOf[0] ?? {});
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sampleOf(schema.properties?.[name] ?? {})]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}));
    case 'integer':
    case 'number':
      return schema.minimum ?? 0;
    case 'boolean':
      return false;
    case 'null':
      return null;
    case 'string':
      return sampleText(schema);
    default:
      return {};
  }
}

function sampleText({ pattern, format, minLength = 0 }: Schema): string {
  if (format === 'date-time') return '2026-01-01T00:00:00Z';
  if (format === 'date') return '2026-01-01';
  const candidates = [
    '1',
    'all',
    'a'.repeat(43),
    'ABCDEFGH',
    'a',
    '',
    'totp',
    'acme.example',
    '0'.repeat(64),
  ];
  const fits = candidates.find(
    (text) => text.length >= minLength && (pattern === undefined || new RegExp(pattern, 'u').test(text)),
  );
  return fits ?? 'x'.repeat(Math.max(minLength, 1));
}

interface Operation {
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
}

/** A call of a route that gets past its schema. */
export interface SampleCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  readonly url: string;
  readonly payload?: object;
}

/**
 * A call of a route (`GET /rest/…/:id`) by what its description asks for.
 *
 * @param described `app.swagger()`
 * @param names what to put in place of parts of the path; others get something that its schema takes
 */
export function sampleCall(
  described: { readonly paths?: object | undefined },
  route: string,
  names: Readonly<Record<string, string>> = {},
): SampleCall {
  const [method = '', path = ''] = route.split(' ');
  const paths = described.paths as Readonly<Record<string, Readonly<Record<string, Operation>>>> | undefined;
  const operation = paths?.[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
  const parameters = operation?.parameters ?? [];
  const value = (name: string) => {
    const schema = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema;
    return names[name] ?? String(sampleOf(schema ?? { type: 'string' }));
  };
  const query = new URLSearchParams(
    parameters
      .filter((parameter) => parameter.in === 'query' && parameter.required)
      .map(({ name, schema }): [string, string] => [name, String(sampleOf(schema))]),
  );
  const body = operation?.requestBody?.content['application/json']?.schema;
  return {
    method: method as SampleCall['method'],
    url: `${path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(value(name)))}?${query}`,
    ...(body && { payload: sampleOf(body) as object }),
  };
}
