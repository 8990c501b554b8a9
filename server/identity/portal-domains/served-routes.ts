/**
 * What is served at a portal's own host: what its customers' pages ask for, and nothing else. A route that is not here is not
 * there; programs and staff use the site's own host.
 */
const served: ReadonlySet<string> = new Set([
  // pages, and how they are asked for by those who operate the site
  'GET /healthz',
  'GET /readyz',
  'GET /metrics',
  'GET /tls-check',
  'GET /.well-known/portico-host/:challenge',
  'GET /assets/*',
  'GET /servicedesk',
  'GET /servicedesk/*',
  'GET /servicedesk/customer/portal/:portalId',
  'GET /servicedesk/customer/portal/:portalId/:key',
  'GET /servicedesk/customer/portal/:portalId/group/:groupId/create/:requestTypeId',
  'GET /events',

  // signing in and out
  'GET /rest/portico/1/site',
  'GET /rest/portico/1/session',
  'PUT /rest/portico/1/session/preferences',
  'GET /rest/portico/1/sign-in/options',
  'POST /rest/portico/1/sign-in/discover',
  'POST /rest/portico/1/sign-in/forget',
  'POST /rest/portico/1/sign-in/password',
  'POST /rest/portico/1/sign-in/passkey',
  'POST /rest/portico/1/sign-in/passkey-options',
  'GET /rest/portico/1/sign-in/second-factor',
  'POST /rest/portico/1/sign-in/second-factor',
  'POST /rest/portico/1/sign-in/second-factor/mail-code',
  'POST /rest/portico/1/sign-in/second-factor/passkey-options',
  'POST /rest/portico/1/sign-out',
  'GET /rest/portico/1/identity-provider/:id/logo',
  'GET /sso/hand-over',
  'GET /sso/saml/:id/login',
  'POST /sso/saml/:id/acs',
  'GET /sso/saml/:id/complete',
  'GET /sso/saml/:id/metadata',
  'GET /sso/saml/:id/logout',
  'POST /sso/saml/:id/logout',
  'GET /sso/saml/:id/sign-out',
  'GET /sso/oidc/:id/login',
  'POST /sso/oidc/:id/login',
  'GET /sso/oidc/:id/callback',
  'GET /sso/oidc/:id/jwks',
  'GET /sso/oidc/:id/logged-out',
  'POST /sso/oidc/:id/backchannel-logout',
  'GET /sso/oidc/:id/frontchannel-logout',

  // accounts of one's own
  'GET /rest/portico/1/account-link/:token',
  'POST /rest/portico/1/account-link/:token/code',
  'POST /rest/portico/1/account-link/:token/prove',
  'GET /rest/portico/1/sign-up',
  'POST /rest/portico/1/sign-up',
  'POST /rest/portico/1/sign-up/link',
  'POST /rest/portico/1/sign-up/finish',
  'POST /rest/portico/1/invitation/accept',
  'POST /rest/portico/1/password-reset',
  'POST /rest/portico/1/password-reset/finish',
  'GET /rest/portico/1/password',
  'PUT /rest/portico/1/password',
  'POST /rest/portico/1/password/check',
  'GET /rest/portico/1/session/mine',
  'DELETE /rest/portico/1/session/mine',
  'DELETE /rest/portico/1/session/mine/:id',
  'GET /rest/portico/1/session/confirm',
  'POST /rest/portico/1/session/confirm',
  'POST /rest/portico/1/session/second-factor',
  'POST /rest/portico/1/session/confirm/passkey-options',
  'GET /rest/portico/1/second-factor',
  'DELETE /rest/portico/1/second-factor/:kind/:id',
  'DELETE /rest/portico/1/second-factor/device/:id',
  'POST /rest/portico/1/second-factor/passkey',
  'POST /rest/portico/1/second-factor/passkey-options',
  'POST /rest/portico/1/second-factor/recovery-codes',
  'POST /rest/portico/1/second-factor/totp',
  'POST /rest/portico/1/second-factor/totp/:id/confirm',
  'GET /rest/portico/1/my-token',
  'POST /rest/portico/1/my-token',
  'DELETE /rest/portico/1/my-token/:id',
  'GET /rest/portico/1/account/:accountId/avatar',

  // requests
  'GET /rest/portico/1/portal',
  'GET /rest/portico/1/portal/:portalId',
  'GET /rest/servicedeskapi/requesttype',
  'GET /rest/servicedeskapi/servicedesk/:serviceDeskId/requesttype',
  'GET /rest/servicedeskapi/servicedesk/:serviceDeskId/requesttype/:requestTypeId',
  'GET /rest/servicedeskapi/servicedesk/:serviceDeskId/requesttype/:requestTypeId/field',
  'GET /rest/servicedeskapi/servicedesk/:serviceDeskId/requesttypegroup',
  'POST /rest/servicedeskapi/servicedesk/:serviceDeskId/attachTemporaryFile',
  'GET /rest/portico/1/service-desk/:serviceDeskId/nameable-person',
  'GET /rest/portico/1/service-desk/:serviceDeskId/nameable-organization',
  'GET /rest/servicedeskapi/request',
  'POST /rest/servicedeskapi/request',
  'GET /rest/servicedeskapi/request/:issueIdOrKey',
  'GET /rest/servicedeskapi/request/:issueIdOrKey/attachment',
  'POST /rest/servicedeskapi/request/:issueIdOrKey/attachment',
  'GET /rest/servicedeskapi/request/:issueIdOrKey/comment',
  'POST /rest/servicedeskapi/request/:issueIdOrKey/comment',
  'GET /rest/servicedeskapi/request/:issueIdOrKey/participant',
  'POST /rest/servicedeskapi/request/:issueIdOrKey/participant',
  'DELETE /rest/servicedeskapi/request/:issueIdOrKey/participant',
  'GET /rest/portico/1/request/:issueIdOrKey/participant-candidate',
  'GET /rest/servicedeskapi/request/:issueIdOrKey/status',
  'GET /rest/servicedeskapi/request/:issueIdOrKey/transition',
  'POST /rest/servicedeskapi/request/:issueIdOrKey/transition',
  'GET /rest/api/3/attachment/content/:id',
]);

/** Files beside the pages, such as /favicon.svg. */
const file = /^\/[\w-]+\.(ico|png|svg|txt|webmanifest)$/;

/** Whether a route (undefined: none, which says so) answers at the hosts of portals. */
export function isServedAtPortalHosts(method: string, route: string | undefined): boolean {
  if (route === undefined || file.test(route)) return true;
  return served.has(`${method === 'HEAD' ? 'GET' : method} ${route}`);
}

/** Their patterns, for the tests. */
export const servedRoutes: readonly string[] = [...served];
