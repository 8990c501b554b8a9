import { isAdministratorScope, type Scope } from './scopes.ts';

/** What a route asks of an API token: a scope, any token at all, or (`none`) that there is no token, but a session. */
export type TokenNeed = Scope | 'any' | 'none';

/**
 * What each scope opens, in one place. A route that is not here is refused to tokens.
 *
 * A token works with requests and people, and administers desks. It never changes who gets in: signing in, passwords and
 * second factors, tokens, identity providers, domains, the mail server and the rules of sign-in belong to sessions, as does
 * everything about one's own browser.
 */
const routesByNeed: Readonly<Record<TokenNeed, readonly string[]>> = {
  any: [
    'GET /healthz',
    'GET /readyz',
    'GET /openapi.json',
    'GET /rest/servicedeskapi/info',
    'GET /rest/api/3/serverInfo',
    'GET /rest/portico/1/site',
  ],

  'read:servicedesk-request': [
    'GET /events',
    'GET /rest/portico/1/my-desks',
    'GET /rest/portico/1/portal',
    'GET /rest/portico/1/portal/:portalId',
    'GET /rest/servicedeskapi/servicedesk',
    'GET /rest/servicedeskapi/servicedesk/:serviceDeskId',
    'GET /rest/servicedeskapi/requesttype',
    'GET /rest/servicedeskapi/servicedesk/:serviceDeskId/requesttype',
    'GET /rest/servicedeskapi/servicedesk/:serviceDeskId/requesttype/:requestTypeId',
    'GET /rest/servicedeskapi/servicedesk/:serviceDeskId/requesttype/:requestTypeId/field',
    'GET /rest/servicedeskapi/servicedesk/:serviceDeskId/requesttypegroup',
    'GET /rest/servicedeskapi/servicedesk/:serviceDeskId/queue',
    'GET /rest/servicedeskapi/servicedesk/:serviceDeskId/queue/:queueId',
    'GET /rest/servicedeskapi/servicedesk/:serviceDeskId/queue/:queueId/issue',
    'GET /rest/servicedeskapi/request',
    'GET /rest/servicedeskapi/request/:issueIdOrKey',
    'GET /rest/servicedeskapi/request/:issueIdOrKey/attachment',
    'GET /rest/servicedeskapi/request/:issueIdOrKey/attachment/:attachmentId',
    'GET /rest/servicedeskapi/request/:issueIdOrKey/comment',
    'GET /rest/servicedeskapi/request/:issueIdOrKey/comment/:commentId',
    'GET /rest/servicedeskapi/request/:issueIdOrKey/status',
    'GET /rest/servicedeskapi/request/:issueIdOrKey/transition',
  ],

  'write:servicedesk-request': [
    'POST /rest/servicedeskapi/request',
    'POST /rest/servicedeskapi/servicedesk/:serviceDeskId/attachTemporaryFile',
    'POST /rest/servicedeskapi/request/:issueIdOrKey/attachment',
    'POST /rest/servicedeskapi/request/:issueIdOrKey/comment',
    'POST /rest/servicedeskapi/request/:issueIdOrKey/transition',
  ],

  'manage:servicedesk-customer': [
    'GET /rest/servicedeskapi/organization',
    'POST /rest/servicedeskapi/organization',
    'GET /rest/servicedeskapi/organization/:id',
    'DELETE /rest/servicedeskapi/organization/:id',
    'GET /rest/servicedeskapi/organization/:id/user',
    'POST /rest/servicedeskapi/organization/:id/user',
    'DELETE /rest/servicedeskapi/organization/:id/user',
    'PUT /rest/portico/1/organization/:id',
    'GET /rest/servicedeskapi/servicedesk/:serviceDeskId/customer',
    'POST /rest/servicedeskapi/servicedesk/:serviceDeskId/customer',
    'DELETE /rest/servicedeskapi/servicedesk/:serviceDeskId/customer',
    'GET /rest/servicedeskapi/servicedesk/:serviceDeskId/organization',
    'POST /rest/servicedeskapi/servicedesk/:serviceDeskId/organization',
    'DELETE /rest/servicedeskapi/servicedesk/:serviceDeskId/organization',
  ],

  'read:jira-user': [
    'GET /rest/api/2/myself',
    'GET /rest/api/3/myself',
    'GET /rest/api/3/user',
    'GET /rest/portico/1/account/:accountId/avatar',
  ],

  'read:jira-work': [
    'GET /rest/api/3/field',
    'GET /rest/api/3/attachment/content/:id',
    'GET /rest/api/3/issue/:issueIdOrKey',
    'GET /rest/api/3/issue/:issueIdOrKey/changelog',
    'GET /rest/api/3/issue/:issueIdOrKey/transitions',
    'GET /rest/api/3/user/assignable/search',
  ],

  'write:jira-work': [
    'PUT /rest/api/3/issue/:issueIdOrKey/assignee',
    'POST /rest/api/3/issue/:issueIdOrKey/transitions',
  ],

  'read:portico': [
    'GET /rest/portico/1/account',
    'GET /rest/portico/1/account/count',
    'GET /rest/portico/1/account/:accountId/session',
    'GET /rest/portico/1/account/:accountId/token',
    'GET /rest/portico/1/api-token',
    'GET /rest/portico/1/service-account',
    'GET /rest/portico/1/service-account/:accountId',
    'GET /rest/portico/1/service-desk/:serviceDeskId/agent',
    'GET /rest/portico/1/service-desk/:serviceDeskId/candidate',
    'GET /rest/portico/1/account/:accountId/rights',
    'GET /rest/portico/1/field',
    'GET /rest/portico/1/field/:fieldId',
    'GET /rest/portico/1/group',
    'GET /rest/portico/1/group/:groupId',
    'GET /rest/portico/1/group/:groupId/member',
    'GET /rest/portico/1/role-grant',
    'GET /rest/portico/1/identity-provider',
    'GET /rest/portico/1/identity-provider-warnings',
    'GET /rest/portico/1/identity-provider/:id',
    'GET /rest/portico/1/identity-provider/:id/metadata',
  ],

  'manage:portico': [
    // Not passwords and rights: routes.ts of accounts refuses those members to tokens.
    'PUT /rest/portico/1/account/:accountId',
    'DELETE /rest/portico/1/account/:accountId/session',
    'DELETE /rest/portico/1/account/:accountId/session/:id',
    'POST /rest/portico/1/field',
    'PUT /rest/portico/1/field/:fieldId',
    'DELETE /rest/portico/1/field/:fieldId',
    'POST /rest/portico/1/field/:fieldId/archive',
    'POST /rest/portico/1/field/:fieldId/restore',
    'POST /rest/portico/1/service-desk',
    'PUT /rest/portico/1/service-desk/:serviceDeskId',
    'POST /rest/portico/1/service-desk/:serviceDeskId/agent',
    'DELETE /rest/portico/1/service-desk/:serviceDeskId/agent',
  ],

  'read:audit-log': [
    'GET /rest/portico/1/audit',
    'GET /rest/portico/1/audit/export',
    'GET /rest/portico/1/audit/settings',
  ],

  none: [
    // one's own tokens, and those of others
    'GET /rest/portico/1/my-token',
    'POST /rest/portico/1/my-token',
    'DELETE /rest/portico/1/my-token/:id',
    'POST /rest/portico/1/service-account',
    'PUT /rest/portico/1/service-account/:accountId',
    'POST /rest/portico/1/service-account/:accountId/token',
    'DELETE /rest/portico/1/account/:accountId/token/:id',
    'GET /rest/portico/1/api-token-policy',
    'PUT /rest/portico/1/api-token-policy',
    // an account comes with a password
    'POST /rest/portico/1/account',
    'GET /rest/portico/1/account-link/:token',
    'POST /rest/portico/1/account-link/:token/code',
    'POST /rest/portico/1/account-link/:token/prove',
    'PUT /rest/portico/1/audit/settings',
    // who may do what
    'POST /rest/portico/1/account-bulk',
    'GET /rest/portico/1/account-bulk/:id',
    'GET /rest/portico/1/account-bulk/:id/item',
    'POST /rest/portico/1/group',
    'PUT /rest/portico/1/group/:groupId',
    'DELETE /rest/portico/1/group/:groupId',
    'POST /rest/portico/1/group/:groupId/member',
    'DELETE /rest/portico/1/group/:groupId/member',
    'POST /rest/portico/1/role-grant',
    'DELETE /rest/portico/1/role-grant/:grantId',
    // passwords, and who may make an account
    'GET /rest/portico/1/invitation',
    'POST /rest/portico/1/invitation',
    'POST /rest/portico/1/invitation/accept',
    'DELETE /rest/portico/1/invitation/:id',
    'POST /rest/portico/1/invitation/:id/send',
    'GET /rest/portico/1/password',
    'PUT /rest/portico/1/password',
    'POST /rest/portico/1/password/check',
    'POST /rest/portico/1/password-reset',
    'POST /rest/portico/1/password-reset/finish',
    'GET /rest/portico/1/portal/:portalId/sign-up-policy',
    'PUT /rest/portico/1/portal/:portalId/sign-up-policy',
    'GET /rest/portico/1/sign-up',
    'POST /rest/portico/1/sign-up',
    'POST /rest/portico/1/sign-up/finish',
    'POST /rest/portico/1/sign-up/link',
    'GET /rest/portico/1/sign-up-policy',
    'PUT /rest/portico/1/sign-up-policy',
    // second factors
    'GET /rest/portico/1/account/:accountId/second-factor',
    'PUT /rest/portico/1/account/:accountId/second-factor',
    'POST /rest/portico/1/account/:accountId/second-factor/reset',
    'POST /rest/portico/1/account/:accountId/unlock',
    'GET /rest/portico/1/second-factor',
    'GET /rest/portico/1/second-factor-policy',
    'PUT /rest/portico/1/second-factor-policy',
    'PUT /rest/portico/1/second-factor-policy/settings',
    'DELETE /rest/portico/1/second-factor/device/:id',
    'POST /rest/portico/1/second-factor/passkey',
    'POST /rest/portico/1/second-factor/passkey-options',
    'POST /rest/portico/1/second-factor/recovery-codes',
    'POST /rest/portico/1/second-factor/totp',
    'POST /rest/portico/1/second-factor/totp/:id/confirm',
    'DELETE /rest/portico/1/second-factor/:kind/:id',
    // signing in and out, and one's own sessions
    'GET /rest/portico/1/session/confirm',
    'POST /rest/portico/1/session/confirm',
    'POST /rest/portico/1/session/confirm/passkey-options',
    'POST /rest/portico/1/sign-in/passkey',
    'POST /rest/portico/1/sign-in/passkey-options',
    'GET /rest/portico/1/sign-in/second-factor',
    'POST /rest/portico/1/sign-in/second-factor',
    'POST /rest/portico/1/sign-in/second-factor/mail-code',
    'POST /rest/portico/1/sign-in/second-factor/passkey-options',
    'GET /rest/portico/1/session',
    'GET /rest/portico/1/session/mine',
    'DELETE /rest/portico/1/session/mine',
    'DELETE /rest/portico/1/session/mine/:id',
    'PUT /rest/portico/1/session/preferences',
    'POST /rest/portico/1/sign-in/discover',
    'POST /rest/portico/1/sign-in/forget',
    'GET /rest/portico/1/sign-in/options',
    'POST /rest/portico/1/sign-in/password',
    'POST /rest/portico/1/sign-out',
    'GET /sso/oidc/:id/callback',
    'GET /sso/oidc/:id/frontchannel-logout',
    'POST /sso/oidc/:id/backchannel-logout',
    'GET /sso/oidc/:id/jwks',
    'GET /sso/oidc/:id/logged-out',
    'GET /sso/oidc/:id/login',
    'POST /sso/oidc/:id/login',
    'POST /sso/saml/:id/acs',
    'GET /sso/saml/:id/complete',
    'GET /sso/saml/:id/login',
    'GET /sso/saml/:id/logout',
    'POST /sso/saml/:id/logout',
    'GET /sso/saml/:id/metadata',
    'GET /sso/saml/:id/sign-out',
    // who gets in, and how
    'GET /rest/portico/1/setup/:token',
    'POST /rest/portico/1/setup',
    'POST /rest/portico/1/identity-provider',
    'PUT /rest/portico/1/identity-provider-order',
    'POST /rest/portico/1/identity-provider/metadata-preview',
    'PUT /rest/portico/1/identity-provider/:id',
    'DELETE /rest/portico/1/identity-provider/:id',
    'GET /rest/portico/1/identity-provider/:id/dependants',
    'POST /rest/portico/1/identity-provider/:id/domain/:domain/verify',
    'POST /rest/portico/1/identity-provider/:id/domain/:domain/vouch',
    'POST /rest/portico/1/identity-provider/:id/domain/:domain/withdraw',
    'GET /rest/portico/1/identity-provider/:id/key',
    'POST /rest/portico/1/identity-provider/:id/key/activate',
    'DELETE /rest/portico/1/identity-provider/:id/key/previous',
    'POST /rest/portico/1/identity-provider/:id/key/rotate',
    'DELETE /rest/portico/1/identity-provider/:id/logo',
    'GET /rest/portico/1/identity-provider/:id/logo',
    'PUT /rest/portico/1/identity-provider/:id/logo',
    'POST /rest/portico/1/identity-provider/:id/mapping-preview',
    'POST /rest/portico/1/identity-provider/:id/metadata',
    'POST /rest/portico/1/identity-provider/:id/metadata/refresh',
    'POST /rest/portico/1/identity-provider/:id/metadata/retiring/:fingerprint/end',
    'POST /rest/portico/1/identity-provider/:id/metadata/:metadataId/apply',
    'POST /rest/portico/1/identity-provider/:id/metadata/:metadataId/dismiss',
    'GET /rest/portico/1/identity-provider/:id/setup-link',
    'POST /rest/portico/1/identity-provider/:id/setup-link',
    'DELETE /rest/portico/1/setup-link/:linkId',
    'GET /rest/portico/1/submitted-setup',
    'GET /rest/portico/1/identity-provider/:id/sign-in-log',
    'GET /rest/portico/1/identity-provider/:id/sign-in-log/:reference',
    'POST /rest/portico/1/identity-provider/:id/sign-in-log/:reference/replay',
    'POST /rest/portico/1/identity-provider/:id/test',
    'GET /rest/portico/1/portal/:portalId/sign-in',
    'PUT /rest/portico/1/portal/:portalId/sign-in',
    'GET /rest/portico/1/provider-setup/:token',
    'PUT /rest/portico/1/provider-setup/:token',
    'POST /rest/portico/1/provider-setup/:token/domain/:domain/verify',
    'POST /rest/portico/1/provider-setup/:token/metadata-preview',
    'POST /rest/portico/1/provider-setup/:token/submit',
    'POST /rest/portico/1/provider-setup/:token/test',
    'GET /rest/portico/1/provider-setup/:token/test/:reference',
    // whoever reads or redirects mail gets in with it
    'GET /rest/portico/1/mail',
    'PUT /rest/portico/1/mail',
    'DELETE /rest/portico/1/mail',
    'POST /rest/portico/1/mail/test',
    'GET /rest/portico/1/mail/message',
    'POST /rest/portico/1/mail/message/send',
    'GET /rest/portico/1/mail/message/:id',
    'DELETE /rest/portico/1/mail/message/:id',
    'GET /rest/portico/1/mail/message/:id/html',
    'POST /rest/portico/1/mail/message/:id/send',
    'GET /rest/portico/1/mail/template',
    'GET /rest/portico/1/mail/template/:name/html',
    'GET /rest/portico/1/mail/template/:name/preview',
  ],
};

const needs: ReadonlyMap<string, TokenNeed> = new Map(
  Object.entries(routesByNeed).flatMap(([need, routes]) =>
    routes.map((route) => [route, need as TokenNeed] as const),
  ),
);

/** What a route asks of a token, or undefined where nothing is said of it, which refuses tokens. */
export function needOfRoute(method: string, pattern: string): TokenNeed | undefined {
  return needs.get(`${method === 'HEAD' ? 'GET' : method} ${pattern}`);
}

/** All routes of which something is said, such as `GET /rest/api/3/myself`. */
export function routesWithNeed(): readonly string[] {
  return [...needs.keys()];
}

/** Whether use of a route by a token is put into the audit log. */
export function isAdministration(need: TokenNeed): boolean {
  return need !== 'any' && need !== 'none' && isAdministratorScope(need);
}
