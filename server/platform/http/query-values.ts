import type { FastifyRequest, RouteOptions } from 'fastify';

type Convert = (value: unknown) => unknown;

/**
 * Query parameters arrive as text. Those that a route's schema declares as numbers, booleans or lists are turned into
 * such before validation; nothing else is converted, and bodies never are. What the schema says is read once per route.
 */
export function convertQueryOf(route: RouteOptions): void {
  const properties = (route.schema?.querystring as { properties?: Record<string, unknown> } | undefined)
    ?.properties;
  const conversions = Object.entries(properties ?? {}).flatMap(([name, schema]): [string, Convert][] => {
    const convert = conversionFor(schema);
    return convert ? [[name, convert]] : [];
  });
  if (conversions.length === 0) return;

  const convertQuery = (request: FastifyRequest, _reply: unknown, done: () => void) => {
    const query = request.query as Record<string, unknown>;
    for (const [name, convert] of conversions) {
      if (query[name] !== undefined) query[name] = convert(query[name]);
    }
    done();
  };
  route.preValidation = [convertQuery, route.preValidation ?? []].flat();
}

function conversionFor(schema: unknown): Convert | undefined {
  switch ((schema as { type?: unknown }).type) {
    case 'integer':
    case 'number':
      return (value) => (isNumber(value) ? Number(value) : value);
    case 'boolean':
      return (value) => (value === 'true' ? true : value === 'false' ? false : value);
    case 'array':
      return (value) => (Array.isArray(value) ? value : [value]);
    default:
      return undefined;
  }
}

function isNumber(value: unknown): value is string {
  return typeof value === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value);
}
