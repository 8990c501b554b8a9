import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { App } from './app-types.ts';
import { errorJson } from './error-responses.ts';

/** Addresses under which programs ask, also when a browser sends them there: they get an error, never a page. */
const programPrefixes = ['/rest/', '/sso/', '/scim/', '/events', '/assets/', '/openapi'];

/**
 * Answers what no route takes: 405 with Allow when the address exists for other methods, a page for people, otherwise
 * an error.
 */
export function registerNotFound(app: App): void {
  const methodsByPattern = new Map<string, Set<string>>();
  app.addHook('onRoute', (route: RouteOptions) => {
    const methods = methodsByPattern.get(route.url) ?? new Set();
    for (const method of [route.method].flat()) methods.add(method.toUpperCase());
    methodsByPattern.set(route.url, methods);
  });
  let patterns: { expression: RegExp; methods: ReadonlySet<string> }[] | undefined;

  function methodsAt(path: string): string[] {
    patterns ??= [...methodsByPattern].map(([pattern, methods]) => ({
      expression: toExpression(pattern),
      methods,
    }));
    const matching = patterns.filter(({ expression }) => expression.test(path));
    return [...new Set(matching.flatMap(({ methods }) => [...methods]))].sort();
  }

  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const allowed = methodsAt(path);
    if (allowed.length > 0 && !allowed.includes(request.method)) {
      const message = `${request.method} is not possible at ${path.slice(0, 200)}. Use ${allowed.join(' or ')}.`;
      return reply.code(405).header('allow', allowed.join(', ')).send(errorJson(message));
    }
    if (wantsPage(request, path)) return app.sendNotFoundPage(reply);
    return sendNothingHere(request, reply, path);
  });
}

function sendNothingHere(request: FastifyRequest, reply: FastifyReply, path: string): FastifyReply {
  return reply.code(404).send(errorJson(`There is nothing at ${request.method} ${path.slice(0, 200)}.`));
}

function wantsPage(request: FastifyRequest, path: string): boolean {
  return (
    (request.method === 'GET' || request.method === 'HEAD') &&
    request.headers.accept?.includes('text/html') === true &&
    !programPrefixes.some((prefix) => path.startsWith(prefix))
  );
}

/** A route pattern as a regular expression: `:name` is one part of a path, `*` the rest. */
function toExpression(pattern: string): RegExp {
  const source = pattern
    .split(/(:\w+|\*)/)
    .map((part) => {
      if (part.startsWith(':')) return '[^/]+';
      return part === '*' ? '.*' : RegExp.escape(part);
    })
    .join('');
  return new RegExp(`^${source}/?$`);
}
