import { type Logger, type SerializerFn, stdSerializers } from 'pino';

/** What a log line tells of a request. Duck-typed, so that it takes Fastify's requests and Node's. */
interface LoggedRequest {
  readonly method?: string;
  readonly url?: string;
  readonly ip?: string;
}

/** Names of values that are never logged, in lower case and without `-` and `_`. */
const secretNames = new Set([
  'accesstoken',
  'authorization',
  'clientsecret',
  'code',
  'codeverifier',
  'cookie',
  'cookies',
  'currentpassword',
  'idtoken',
  'newpassword',
  'password',
  'proxyauthorization',
  'refreshtoken',
  'relaystate',
  'samlrequest',
  'samlresponse',
  'secret',
  'setcookie',
  'token',
]);

/** Codes that are no secrets: those of errors. */
const errorCode = /^(?:[A-Z][A-Z0-9_]+|[0-9A-Z]{5})$/;

const deepest = 6;

/**
 * A logger that keeps secrets out of its lines: values under names such as `password` or `cookie` are cut, however
 * deep; requests are logged without their headers, and addresses without what identity providers and set-up links put
 * into them. Costs nothing for lines that are not written, nor for making child loggers.
 */
export function guardLog(log: Logger): Logger {
  return log.child(
    {},
    {
      serializers: {
        req: requestSerializer,
        request: requestSerializer,
        res: (response: { statusCode?: number }) => ({ statusCode: response.statusCode }),
        err: (error: Error) => withoutSecrets({ ...stdSerializers.err(error) }, 0),
      },
      formatters: { log: (line) => withoutSecrets(line, 0) as Record<string, unknown> },
    },
  );
}

const requestSerializer: SerializerFn = (request: LoggedRequest) => ({
  method: request.method,
  url: request.url === undefined ? undefined : loggedUrl(request.url),
  address: request.ip,
});

/**
 * An address as it may be logged: sign-in answers (/sso) lose their query, one-time links their token. API tokens
 * have no business in addresses, but people put them there.
 */
function loggedUrl(url: string): string {
  if (url.startsWith('/sso/')) return url.split('?', 1)[0] ?? url;
  return url
    .replaceAll(/ptco_\w+/g, '[cut]')
    .replace(
      /^((?:\/rest\/portico\/1)?\/(?:(?:provider-)?setup|account-link|servicedesk\/customer\/user\/link)\/)[^?/]+/,
      '$1[cut]',
    );
}

/** Copies plain objects and lists; what has a class of its own is left to its serializer. */
function withoutSecrets(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return depth === deepest ? '[cut]' : value.map((item) => withoutSecrets(item, depth + 1));
  }
  if (!isPlain(value)) return value;
  if (depth === deepest) return '[cut]';
  const copy: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    copy[name] = isSecret(name, inner) ? '[cut]' : withoutSecrets(inner, depth + 1);
  }
  return copy;
}

function isSecret(name: string, value: unknown): boolean {
  if (value === undefined || value === null) return false;
  const plainName = name.replaceAll(/[-_]/g, '').toLowerCase();
  if (!secretNames.has(plainName)) return false;
  return !(plainName === 'code' && typeof value === 'string' && errorCode.test(value));
}

function isPlain(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || prototype.constructor === Object;
}
