import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantRole } from '../identity/index.ts';
import { isOfDesk, routesOf } from '../testing-routes.ts';
import { createDeskWorld, type DeskWorld, type TestPerson } from './testing.ts';
import { callRoute } from './testing-calls.ts';
import { createOthers } from './testing-others.ts';

// Every route of Portico beside the desk's (permissions.test.ts) × everyone who may come along. What a route names is there,
// and is somebody else's (testing-others.ts); its body is just what its schema wants.
const roles = [
  'anonymous',
  'customerOfA',
  'customerOfB',
  'agent',
  'otherAgent',
  // of the desk of `agent`
  'deskAdministrator',
  'administrator',
] as const;
type Role = (typeof roles)[number];

/** What somebody meets: a refusal, or whatever the route makes of the call, but never that there is no such thing. */
type Meets = 401 | 403 | 404 | 'answer';
type Guard = Readonly<Record<Role, Meets>>;

function guard(
  anonymous: Meets,
  customer: Meets,
  agent: Meets,
  administrator: Meets,
  deskAdministrator = agent,
): Guard {
  return {
    anonymous,
    customerOfA: customer,
    customerOfB: customer,
    agent,
    otherAgent: agent,
    deskAdministrator,
    administrator,
  };
}

const administrators = guard(401, 403, 403, 'answer');
/** Jira's routes, under both versions of its API. */
function inBothVersions(routes: Readonly<Record<string, Guard>>): Record<string, Guard> {
  return Object.fromEntries(
    ['2', '3'].flatMap((version) =>
      Object.entries(routes).map(([route, meets]): [string, Guard] => [
        route.replace(' /', ` /rest/api/${version}/`),
        meets,
      ]),
    ),
  );
}

/** also of a single desk */
const administratorsOfAny = guard(401, 403, 403, 'answer', 'answer');
const staff = guard(401, 403, 'answer', 'answer');
const signedIn = guard(401, 'answer', 'answer', 'answer');
/** what is somebody else's does not exist */
const owners = guard(401, 404, 404, 404);
const everybody = guard('answer', 'answer', 'answer', 'answer');
/** whoever has the unguessable token that it names; nobody here has one */
const holders = guard(404, 404, 404, 404);
/** who has a session, or has verified the first factor in this browser */
const waiting = guard(401, 401, 401, 401);

// to the portal of Globex
const invitersOfGlobex: Guard = {
  ...guard(401, 404, 404, 'answer'),
  customerOfB: 403,
  otherAgent: 'answer',
};

const guards: Readonly<Record<string, Guard>> = {
  'GET /healthz': everybody,
  'GET /readyz': everybody,
  'GET /openapi.json': everybody,
  'GET /rest/api/2/myself': signedIn,
  'GET /rest/api/3/myself': signedIn,
  'GET /rest/api/2/user': guard(401, 404, 404, 404),
  'GET /rest/api/3/user': guard(401, 404, 404, 404),

  // Jira's groups and people
  ...inBothVersions({
    'GET /group': staff,
    'POST /group': administrators,
    'DELETE /group': administrators,
    'GET /group/bulk': staff,
    'GET /group/member': staff,
    'POST /group/user': administrators,
    'DELETE /group/user': administrators,
    // Customers find nothing.
    'GET /groups/picker': signedIn,
    'GET /user/groups': guard(401, 403, 404, 404),
    'GET /user/search': signedIn,
    'GET /users': staff,
    'GET /users/search': staff,
  }),

  // accounts, and what belongs to them
  'GET /rest/portico/1/account': administrators,
  'GET /rest/portico/1/account/count': administrators,
  'POST /rest/portico/1/account': administrators,
  'PUT /rest/portico/1/account/:accountId': administrators,
  'GET /rest/portico/1/account/:accountId/avatar': signedIn,
  'GET /rest/portico/1/account/:accountId/session': administrators,
  'DELETE /rest/portico/1/account/:accountId/session': administrators,
  'DELETE /rest/portico/1/account/:accountId/session/:id': administrators,
  // Agents help the customers of their own desks (help-with-sign-in.test.ts).
  'GET /rest/portico/1/account/:accountId/second-factor': guard(401, 403, 404, 'answer'),
  'PUT /rest/portico/1/account/:accountId/second-factor': guard(401, 403, 404, 'answer'),
  'POST /rest/portico/1/account/:accountId/second-factor/reset': guard(401, 403, 404, 'answer'),
  'POST /rest/portico/1/account/:accountId/unlock': guard(401, 403, 404, 'answer'),
  'GET /rest/portico/1/account/:accountId/token': administrators,
  'DELETE /rest/portico/1/account/:accountId/token/:id': administrators,
  'GET /rest/portico/1/account-link/:token': holders,
  'POST /rest/portico/1/account-link/:token/code': holders,
  'POST /rest/portico/1/account-link/:token/prove': holders,

  'GET /rest/portico/1/account/:accountId/rights': administrators,

  // groups and roles
  'POST /rest/portico/1/account-bulk': administrators,
  'GET /rest/portico/1/account-bulk/:id': administrators,
  'GET /rest/portico/1/account-bulk/:id/item': administrators,
  'GET /rest/portico/1/group': administratorsOfAny,
  'POST /rest/portico/1/group': administrators,
  'GET /rest/portico/1/group/:groupId': administrators,
  'PUT /rest/portico/1/group/:groupId': administrators,
  'DELETE /rest/portico/1/group/:groupId': administrators,
  'GET /rest/portico/1/group/:groupId/member': administrators,
  'POST /rest/portico/1/group/:groupId/member': administrators,
  'DELETE /rest/portico/1/group/:groupId/member': administrators,
  'GET /rest/portico/1/role-grant': administrators,
  'POST /rest/portico/1/role-grant': administrators,
  'DELETE /rest/portico/1/role-grant/:grantId': administrators,

  // doing something to many requests
  'GET /rest/portico/1/search/export': staff,
  'POST /rest/portico/1/bulk': staff,
  'GET /rest/portico/1/bulk': staff,
  'POST /rest/portico/1/bulk/selection': staff,
  'POST /rest/portico/1/bulk/options': staff,
  'GET /rest/portico/1/bulk/:id': owners,
  'GET /rest/portico/1/bulk/:id/item': owners,
  'POST /rest/portico/1/bulk/:id/cancel': owners,
  'POST /rest/portico/1/bulk/:id/retry': owners,

  // accounts with passwords
  'GET /rest/portico/1/invitation': guard(401, 403, 403, 'answer'),
  'POST /rest/portico/1/invitation': guard(401, 404, 404, 'answer'),
  'POST /rest/portico/1/invitation/accept': holders,
  'POST /rest/portico/1/invitation/:id/send': invitersOfGlobex,
  'DELETE /rest/portico/1/invitation/:id': invitersOfGlobex,
  'GET /rest/portico/1/password': signedIn,
  'PUT /rest/portico/1/password': signedIn,
  'POST /rest/portico/1/password/check': signedIn,
  'POST /rest/portico/1/password-reset': everybody,
  'POST /rest/portico/1/password-reset/finish': holders,
  'GET /rest/portico/1/portal/:portalId/sign-up-policy': administrators,
  'PUT /rest/portico/1/portal/:portalId/sign-up-policy': administrators,
  'GET /rest/portico/1/sign-up': everybody,
  // Where nothing was decided, nobody may.
  'POST /rest/portico/1/sign-up': guard(403, 403, 403, 403),
  'POST /rest/portico/1/sign-up/finish': holders,
  'POST /rest/portico/1/sign-up/link': holders,
  'GET /rest/portico/1/sign-up-policy': administrators,
  'PUT /rest/portico/1/sign-up-policy': administrators,

  // tokens
  'GET /rest/portico/1/api-token': administrators,
  'GET /rest/portico/1/api-token-policy': administrators,
  'PUT /rest/portico/1/api-token-policy': administrators,
  'GET /rest/portico/1/my-token': signedIn,
  'POST /rest/portico/1/my-token': guard(401, 403, 'answer', 'answer'),
  'DELETE /rest/portico/1/my-token/:id': owners,
  'GET /rest/portico/1/service-account': administrators,
  'POST /rest/portico/1/service-account': administrators,
  'GET /rest/portico/1/service-account/:accountId': administrators,
  'PUT /rest/portico/1/service-account/:accountId': administrators,
  'POST /rest/portico/1/service-account/:accountId/token': administrators,

  // seeing the portal as somebody
  'POST /rest/portico/1/account/:accountId/impersonation': administrators,
  'GET /rest/portico/1/impersonation': administrators,
  'GET /rest/portico/1/impersonation/:id': guard(401, 404, 404, 404),
  'DELETE /rest/portico/1/impersonation/:id': guard(401, 404, 404, 404),
  'GET /rest/portico/1/impersonation-settings': administrators,
  'PUT /rest/portico/1/impersonation-settings': administrators,

  // audit log
  'GET /rest/portico/1/audit': administrators,
  'GET /rest/portico/1/audit/export': administrators,
  'GET /rest/portico/1/audit/settings': administrators,
  'PUT /rest/portico/1/audit/settings': administrators,

  // identity providers
  'GET /rest/portico/1/identity-provider': administrators,
  'POST /rest/portico/1/identity-provider': administrators,
  'PUT /rest/portico/1/identity-provider-order': administrators,
  'GET /rest/portico/1/identity-provider-warnings': administrators,
  'POST /rest/portico/1/identity-provider/metadata-preview': administrators,
  'GET /rest/portico/1/identity-provider/:id': administrators,
  'PUT /rest/portico/1/identity-provider/:id': administrators,
  'DELETE /rest/portico/1/identity-provider/:id': administrators,
  'GET /rest/portico/1/identity-provider/:id/dependants': administrators,
  'POST /rest/portico/1/identity-provider/:id/domain/:domain/verify': administrators,
  'POST /rest/portico/1/identity-provider/:id/domain/:domain/vouch': administrators,
  'POST /rest/portico/1/identity-provider/:id/domain/:domain/withdraw': administrators,
  'GET /rest/portico/1/identity-provider/:id/key': administrators,
  'POST /rest/portico/1/identity-provider/:id/key/activate': administrators,
  // There is no previous one.
  'DELETE /rest/portico/1/identity-provider/:id/key/previous': guard(401, 403, 403, 404),
  'POST /rest/portico/1/identity-provider/:id/key/rotate': administrators,
  // There is none.
  'GET /rest/portico/1/identity-provider/:id/logo': guard(404, 404, 404, 404),
  'PUT /rest/portico/1/identity-provider/:id/logo': administrators,
  'DELETE /rest/portico/1/identity-provider/:id/logo': administrators,
  'POST /rest/portico/1/identity-provider/:id/mapping-preview': administrators,
  'GET /rest/portico/1/identity-provider/:id/metadata': administrators,
  'POST /rest/portico/1/identity-provider/:id/metadata': administrators,
  'POST /rest/portico/1/identity-provider/:id/metadata/refresh': administrators,
  'POST /rest/portico/1/identity-provider/:id/metadata/retiring/:fingerprint/end': administrators,
  'POST /rest/portico/1/identity-provider/:id/metadata/:metadataId/apply': administrators,
  'POST /rest/portico/1/identity-provider/:id/metadata/:metadataId/dismiss': administrators,
  'GET /rest/portico/1/identity-provider/:id/setup-link': administrators,
  'POST /rest/portico/1/identity-provider/:id/setup-link': administrators,
  'DELETE /rest/portico/1/setup-link/:linkId': administrators,
  'GET /rest/portico/1/submitted-setup': administrators,
  'GET /rest/portico/1/identity-provider/:id/sign-in-log': administrators,
  'GET /rest/portico/1/identity-provider/:id/sign-in-log/:reference': administrators,
  'POST /rest/portico/1/identity-provider/:id/sign-in-log/:reference/replay': administrators,
  'POST /rest/portico/1/identity-provider/:id/test': administrators,
  'GET /rest/portico/1/provider-setup/:token': holders,
  'PUT /rest/portico/1/provider-setup/:token': holders,
  'POST /rest/portico/1/provider-setup/:token/domain/:domain/verify': holders,
  'POST /rest/portico/1/provider-setup/:token/metadata-preview': holders,
  'POST /rest/portico/1/provider-setup/:token/submit': holders,
  'POST /rest/portico/1/provider-setup/:token/test': holders,
  'GET /rest/portico/1/provider-setup/:token/test/:reference': holders,

  // mail
  'GET /rest/portico/1/mail': administrators,
  'PUT /rest/portico/1/mail': administrators,
  'DELETE /rest/portico/1/mail': administrators,
  'POST /rest/portico/1/mail/test': administrators,
  'GET /rest/portico/1/mail/message': administrators,
  'POST /rest/portico/1/mail/message/send': administrators,
  'GET /rest/portico/1/mail/message/:id': administrators,
  'DELETE /rest/portico/1/mail/message/:id': administrators,
  'GET /rest/portico/1/mail/message/:id/html': administrators,
  'POST /rest/portico/1/mail/message/:id/send': administrators,
  'GET /rest/portico/1/mail/template': administrators,
  'GET /rest/portico/1/mail/template/:name/html': administrators,
  'GET /rest/portico/1/mail/template/:name/preview': administrators,

  // organizations
  'GET /rest/servicedeskapi/organization': signedIn,
  'POST /rest/servicedeskapi/organization': administrators,
  'GET /rest/servicedeskapi/organization/:id': guard(401, 404, 'answer', 'answer'),
  'DELETE /rest/servicedeskapi/organization/:id': administrators,
  'GET /rest/servicedeskapi/organization/:id/property': guard(401, 403, 'answer', 'answer'),
  // A property is made by no row of the table before it is read.
  'GET /rest/servicedeskapi/organization/:id/property/:propertyKey': guard(401, 403, 404, 404),
  'PUT /rest/servicedeskapi/organization/:id/property/:propertyKey': administrators,
  'DELETE /rest/servicedeskapi/organization/:id/property/:propertyKey': guard(401, 403, 403, 404),
  'GET /rest/servicedeskapi/organization/:id/user': staff,
  'POST /rest/servicedeskapi/organization/:id/user': administrators,
  'DELETE /rest/servicedeskapi/organization/:id/user': administrators,
  'PUT /rest/portico/1/organization/:id': administrators,

  // custom fields
  'GET /rest/portico/1/field': administrators,
  'POST /rest/portico/1/field': administrators,
  'GET /rest/portico/1/field/:fieldId': administrators,
  'PUT /rest/portico/1/field/:fieldId': administrators,
  'DELETE /rest/portico/1/field/:fieldId': administrators,
  'POST /rest/portico/1/field/:fieldId/archive': administrators,
  'POST /rest/portico/1/field/:fieldId/restore': administrators,

  // workflows, and what they are made of
  'GET /rest/portico/1/workflow': administratorsOfAny,
  'POST /rest/portico/1/workflow': administrators,
  'GET /rest/portico/1/workflow-option': administratorsOfAny,
  'GET /rest/portico/1/workflow/:workflowId': administratorsOfAny,
  // another desk has it too
  'PUT /rest/portico/1/workflow/:workflowId/draft': administrators,
  'DELETE /rest/portico/1/workflow/:workflowId/draft': administrators,
  'POST /rest/portico/1/workflow/:workflowId/publish': administrators,
  'DELETE /rest/portico/1/workflow/:workflowId': administrators,
  'GET /rest/portico/1/status': administratorsOfAny,
  'POST /rest/portico/1/status': administrators,
  'PUT /rest/portico/1/status/:statusId': administrators,
  'DELETE /rest/portico/1/status/:statusId': administrators,
  'GET /rest/portico/1/priority': administratorsOfAny,
  'POST /rest/portico/1/priority': administrators,
  'PUT /rest/portico/1/priority-order': administrators,
  'PUT /rest/portico/1/priority/:choiceId': administrators,
  'DELETE /rest/portico/1/priority/:choiceId': administrators,
  'GET /rest/portico/1/resolution': administratorsOfAny,
  'POST /rest/portico/1/resolution': administrators,
  'PUT /rest/portico/1/resolution-order': administrators,
  'PUT /rest/portico/1/resolution/:choiceId': administrators,
  'DELETE /rest/portico/1/resolution/:choiceId': administrators,

  // portals
  'GET /rest/portico/1/portal': everybody,
  // To whoever is not signed in it is shown with how to sign in there.
  'GET /rest/portico/1/portal/:portalId': {
    ...everybody,
    customerOfA: 404,
    agent: 404,
    deskAdministrator: 404,
  },
  'GET /rest/portico/1/portal/:portalId/mail': administrators,
  'PUT /rest/portico/1/portal/:portalId/mail': administrators,
  'GET /rest/portico/1/portal-domain': administrators,
  'POST /rest/portico/1/portal-domain': administrators,
  'GET /rest/portico/1/portal-domain/:id': administrators,
  'PUT /rest/portico/1/portal-domain/:id': administrators,
  'DELETE /rest/portico/1/portal-domain/:id': administrators,
  'POST /rest/portico/1/portal-domain/:id/check': administrators,
  'GET /rest/portico/1/identity-provider/:id/portal-domain': administrators,
  // The host that is asked for must be a portal's, which the tests' is not.
  'GET /.well-known/webauthn': everybody,
  'GET /tls-check': guard(404, 404, 404, 404),
  'GET /.well-known/portico-host/:challenge': guard(404, 404, 404, 404),
  'GET /rest/portico/1/portal/:portalId/sign-in': administrators,
  'PUT /rest/portico/1/portal/:portalId/sign-in': administrators,

  // second factors
  'GET /rest/portico/1/second-factor': signedIn,
  'POST /rest/portico/1/second-factor/totp': signedIn,
  'POST /rest/portico/1/second-factor/totp/:id/confirm': owners,
  'POST /rest/portico/1/second-factor/passkey': signedIn,
  'POST /rest/portico/1/second-factor/passkey-options': signedIn,
  'POST /rest/portico/1/second-factor/recovery-codes': signedIn,
  'DELETE /rest/portico/1/second-factor/device/:id': owners,
  'DELETE /rest/portico/1/second-factor/:kind/:id': owners,
  'GET /rest/portico/1/second-factor-policy': administrators,
  'PUT /rest/portico/1/second-factor-policy': administrators,
  'PUT /rest/portico/1/second-factor-policy/settings': administrators,

  // sessions and signing in
  'GET /rest/portico/1/session': everybody,
  'GET /rest/portico/1/session/confirm': signedIn,
  'POST /rest/portico/1/session/confirm': signedIn,
  'POST /rest/portico/1/session/confirm/passkey-options': signedIn,
  'POST /rest/portico/1/session/second-factor': signedIn,
  'GET /rest/portico/1/session/mine': signedIn,
  'DELETE /rest/portico/1/session/mine/:id': owners,
  'PUT /rest/portico/1/session/preferences': signedIn,
  'GET /rest/portico/1/my-request-columns': signedIn,
  'PUT /rest/portico/1/my-request-columns': signedIn,
  'DELETE /rest/portico/1/my-request-columns': signedIn,
  'GET /rest/portico/1/my-request-sources': signedIn,
  'POST /rest/portico/1/setup': holders,
  'GET /rest/portico/1/setup/:token': holders,
  'POST /rest/portico/1/sign-in/discover': everybody,
  'POST /rest/portico/1/sign-in/forget': everybody,
  'GET /rest/portico/1/sign-in/options': everybody,
  'POST /rest/portico/1/sign-in/passkey': everybody,
  'POST /rest/portico/1/sign-in/passkey-options': everybody,
  // Nobody has this e-mail address and password.
  'POST /rest/portico/1/sign-in/password': waiting,
  'GET /rest/portico/1/sign-in/second-factor': waiting,
  'POST /rest/portico/1/sign-in/second-factor': waiting,
  'POST /rest/portico/1/sign-in/second-factor/mail-code': waiting,
  'POST /rest/portico/1/sign-in/second-factor/passkey-options': waiting,
  'GET /rest/portico/1/site': everybody,

  // Identity providers' messages carry their own proof.
  'POST /sso/oidc/:id/backchannel-logout': everybody,
  'GET /sso/oidc/:id/callback': everybody,
  'GET /sso/oidc/:id/frontchannel-logout': everybody,
  'GET /sso/oidc/:id/jwks': everybody,
  'GET /sso/oidc/:id/logged-out': everybody,
  'GET /sso/oidc/:id/login': everybody,
  'POST /sso/oidc/:id/login': everybody,
  'GET /sso/hand-over': everybody,
  'POST /sso/saml/:id/acs': everybody,
  'GET /sso/saml/:id/complete': everybody,
  'GET /sso/saml/:id/login': everybody,
  'GET /sso/saml/:id/logout': everybody,
  'POST /sso/saml/:id/logout': everybody,
  'GET /sso/saml/:id/metadata': everybody,
  'GET /sso/saml/:id/sign-out': everybody,
};

/** What administrators of a desk may do there, who in the table are refused at another. */
const atOwnDesk = Object.keys(guards).filter((route) => /\/portal\/:portalId\/(mail|sign-in)$/.test(route));

/** Where what the schema asks for is not all that the route wants before it looks for what it names. */
const bodies: Readonly<Record<string, object | ((role: Role) => object)>> = {
  'POST /rest/portico/1/account-link/:token/prove': { code: '123456' },
  'POST /rest/portico/1/invitation': { addresses: '', portalId: '999999' },
  'POST /rest/portico/1/password-reset': { email: 'nobody@nowhere.example' },
  // Tries are counted per address.
  'POST /rest/portico/1/sign-in/password': (role) => ({ email: `${role}@nowhere.example`, password: 'x' }),
  'POST /rest/portico/1/sign-up': { email: 'nobody@nowhere.example', displayName: 'Nobody' },
};

/** What answers nobody's question in this way, and has tests of its own. */
const elsewhere: ReadonlySet<string> = new Set([
  // streams, which stay open
  'GET /events',
  // end the very session that asks
  'POST /rest/portico/1/sign-out',
  'DELETE /rest/portico/1/session/mine',
  // from this machine or with a token of its own
  'GET /metrics',
]);

let world: DeskWorld;
let othersOf: ReturnType<typeof createOthers>;
let deskAdministrator: TestPerson;
beforeAll(async () => {
  world = await createDeskWorld();
  othersOf = createOthers(world);
  deskAdministrator = await world.person();
  const holder = { accountId: deskAdministrator.account.id };
  await grantRole(world.platform.db, { role: 'desk-administrator', deskId: world.desk.id, holder }, null);
});
afterAll(() => world.close());

function person(role: Role): TestPerson | null {
  const { reporter, customerOfB, agent, otherAgent, administrator } = world.people;
  return {
    anonymous: null,
    customerOfA: reporter,
    customerOfB,
    agent,
    otherAgent,
    deskAdministrator,
    administrator,
  }[role];
}

function namesAllOf(route: string, names: object): boolean {
  return [...route.matchAll(/:(\w+)/g)].every(([, name = '']) => name in names);
}

describe.each(Object.entries(guards))('%s', (route, expected) => {
  test.each(roles)('%s', async (role) => {
    const meets = expected[role];
    const names = await othersOf(route);
    const body = bodies[route];
    const { statusCode } = await callRoute(world, route, person(role), {
      names: names ?? {},
      body: typeof body === 'function' ? body(role) : body,
    });
    if (meets !== 'answer') expect(statusCode).toBe(meets);
    else {
      expect([401, 403, 500]).not.toContain(statusCode);
      if (names !== null && namesAllOf(route, names)) expect(statusCode).not.toBe(404);
    }
  });
});

test.each(atOwnDesk)('%s is for the administrators of the desk, and not for its agents', async (route) => {
  const names = { portalId: world.desk.id };
  const asked = async (who: TestPerson) => (await callRoute(world, route, who, { names })).statusCode;
  expect([401, 403, 404, 500]).not.toContain(await asked(deskAdministrator));
  expect(await asked(world.people.agent)).toBe(403);
  expect(await asked(world.people.reporter)).toBe(403);
});

test('every route is in a table: one that is new says who may call it', () => {
  const missing = routesOf(world.app.printRoutes({ commonPrefix: false })).filter((route) => {
    const path = route.split(' ')[1] ?? '';
    // Pages and their assets are the same for everybody; what they show, they ask for.
    const isPage = !/^\/(rest|sso|events|healthz|readyz|metrics|openapi)/.test(path);
    return !isPage && !isOfDesk(path) && !(route in guards) && !elsewhere.has(route);
  });
  expect(missing).toEqual([]);
});

test('the table names no route that is gone', () => {
  const known = new Set(routesOf(world.app.printRoutes({ commonPrefix: false })));
  expect([...Object.keys(guards), ...elsewhere].filter((route) => !known.has(route))).toEqual([]);
});
