import type { Logger, SerializerFn } from 'pino';

/** What a log line tells of a request. Duck-typed, so that it takes Fastify's requests and Node's. */
interface LoggedRequest {
  readonly method?: string;
  readonly url?: string;
  readonly ip?: string;
}

const secretKeys = [
  'authorization',
  'cookie',
  '["set-cookie"]',
  'password',
  'clientSecret',
  'client_secret',
  'secret',
  'token',
  'code',
  'code_verifier',
  'SAMLResponse',
  'SAMLRequest',
  'RelayState',
  'id_token',
  'access_token',
  'refresh_token',
];

/** Where secrets may be in a logged object: at its top and up to three levels down. */
const redactedPaths = secretKeys.flatMap((key) => {
  const dotted = key.startsWith('[') ? key : `.${key}`;
  return [key, `*${dotted}`, `*.*${dotted}`];
});

/**
 * A logger that keeps secrets out of its lines: values under names such as `password` or `cookie` are cut, requests
 * are logged without their headers, and addresses without what identity providers and set-up links put into them.
 */
export function guardLog(log: Logger): Logger {
  return log.child(
    {},
    {
      serializers: { req: requestSerializer, request: requestSerializer },
      redact: { paths: redactedPaths, censor: '[cut]' },
    },
  );
}

const requestSerializer: SerializerFn = (request: LoggedRequest) => ({
  method: request.method,
  url: request.url === undefined ? undefined : loggedUrl(request.url),
  address: request.ip,
});

/** An address as it may be logged: sign-in answers (/sso) lose their query, one-time set-up links their token. */
export function loggedUrl(url: string): string {
  if (url.startsWith('/sso/')) return url.split('?', 1)[0] ?? url;
  return url.replace(/^(\/setup\/|\/rest\/portico\/1\/setup\/)[^?/]+/, '$1[cut]');
}
