import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';

/** The Fastify instance that rooms add their routes to; schemas are TypeBox. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

declare module 'fastify' {
  interface FastifyInstance {
    /** Where browsers reach this Portico: config.url without a trailing slash. */
    readonly siteAddress: string;
  }
  interface FastifyContextConfig {
    /**
     * The route takes what another site makes a browser send (a SAML response), so it must not trust cookies.
     * It also accepts forms (application/x-www-form-urlencoded), which no other route does.
     */
    allowsCrossSite?: boolean;
    /** The response takes as long as the client stays (an event stream); its duration is not counted. */
    isLongLived?: boolean;
  }
}
