import { expect, test } from 'vitest';
import { formErrors } from './provider-errors.ts';
import type { Provider } from './provider-queries.ts';
import { inputOf, missingFields, newProviderValues, valuesOf } from './provider-values.ts';

const rules = {
  isEnabled: true,
  createsAccounts: true,
  admitsStaff: false,
  preset: 'okta',
  buttonText: 'Acme people',
  position: 4,
  shownOn: 'listed',
  portalIds: ['3'],
  admits: 'groups',
  allowedGroups: ['Support'],
  clockSkewSeconds: 30,
  sessionIdleMinutes: 60,
  sessionMaxHours: null,
} as const satisfies Partial<Provider>;

const shown = {
  logoUrl: null,
  domainClaims: [],
  testedAt: null,
  trustsFactor: false,
  testState: 'never' as const,
  isTested: false,
  isComplete: true,
  version: 3,
} as const satisfies Partial<Provider>;

const mutableRules = { ...rules, portalIds: ['3'], allowedGroups: ['Support'] };

const saml: Provider = {
  id: '1',
  protocol: 'saml',
  name: 'Acme',
  domains: ['acme.example'],
  ...mutableRules,
  ...shown,
  domainClaims: [],
  saml: {
    entityId: 'https://idp.acme.example',
    signOnUrl: 'https://idp.acme.example/sso',
    signOnBinding: 'post',
    logoutUrl: 'https://idp.acme.example/slo',
    logoutResponseUrl: 'https://idp.acme.example/slo-answer',
    logoutBinding: 'redirect',
    certificates: ['PEM'],
    metadataUrl: 'https://idp.acme.example/metadata',
    reviewsMetadata: true,
    emailAttribute: 'mail',
    nameAttribute: 'cn',
    groupsAttribute: 'memberOf',
    signsRequests: true,
    nameIdFormat: 'persistent',
    authnContexts: ['urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport'],
    forcesSignIn: true,
    requiresEncryption: true,
    allowsIdpInitiated: true,
    weakAlgorithms: { algorithms: ['sha1'], until: '2027-01-31' },
  },
  ours: { saml: { entityId: 'x', acsUrl: 'y', metadataUrl: 'z', logoutUrl: 'l' } },
};

const oidcUrls = {
  redirectUri: 'x',
  postLogoutRedirectUri: 'x',
  backchannelLogoutUri: 'x',
  frontchannelLogoutUri: 'x',
  initiateLoginUri: 'x',
  jwksUri: 'x',
};

const oidc: Provider = {
  id: '2',
  protocol: 'oidc',
  name: 'Globex',
  domains: [],
  ...mutableRules,
  ...shown,
  domainClaims: [],
  oidc: {
    issuer: 'https://id.globex.example',
    clientId: 'portico',
    authentication: 'post',
    scopes: 'openid email groups',
    extraParameters: { hd: 'globex.example' },
    userinfo: 'always',
    forcesSignIn: true,
    signsOutThere: false,
    groupsAttribute: 'roles',
    hasClientSecret: true,
  },
  ours: { oidc: oidcUrls },
};

const oauth2: Provider = {
  id: '3',
  protocol: 'oauth2',
  name: 'Initech',
  domains: ['initech.example'],
  ...mutableRules,
  ...shown,
  domainClaims: [],
  oauth2: {
    authorizationUrl: 'https://initech.example/authorize',
    tokenUrl: 'https://initech.example/token',
    userinfoUrl: 'https://initech.example/me',
    clientId: 'portico',
    subjectAttribute: 'account_id',
    hasClientSecret: false,
  },
  ours: { oidc: oidcUrls },
};

test.each([saml, oidc, oauth2])('$name, opened and saved untouched, is sent as it was', (provider) => {
  const { id, version, ours, domainClaims, logoUrl, testedAt, testState, isTested, isComplete, ...sent } =
    provider;
  const { hasClientSecret: _, ...client } = (provider.oidc ?? provider.oauth2 ?? {}) as Record<
    string,
    unknown
  >;
  const expected = provider.protocol === 'saml' ? sent : { ...sent, [provider.protocol]: client };
  expect(inputOf(provider, valuesOf(provider))).toEqual(expected);
});

test('an untouched client secret is not sent, so that the stored one is kept', () => {
  expect(inputOf(oidc, valuesOf(oidc)).oidc).not.toHaveProperty('clientSecret');
  const changed = inputOf(oidc, { ...valuesOf(oidc), clientSecret: 's3cret' });
  expect(changed.oidc?.clientSecret).toBe('s3cret');
});

test('what nobody set is not sent', () => {
  const values = { ...newProviderValues, certificates: ['', 'PEM', '  '], emailAttribute: ' ' };
  expect(inputOf(saml, values).saml).toEqual({ entityId: '', signOnUrl: '', certificates: ['PEM'] });
  const parameters = { ...newProviderValues, extraParameters: [{ name: ' ', value: 'x' }] };
  expect(inputOf(oidc, parameters).oidc).toEqual({ issuer: '', clientId: '' });
});

test('a number that was cleared is what it is for a new provider', () => {
  const values = { ...newProviderValues, clockSkewSeconds: '', sessionIdleMinutes: '' } as const;
  expect(inputOf(saml, values)).toMatchObject({ clockSkewSeconds: 60, sessionIdleMinutes: null });
});

test('what signing in needs is known of each protocol', () => {
  expect(missingFields('saml', newProviderValues)).toEqual(['entityId', 'signOnUrl', 'certificates']);
  expect(missingFields('oidc', { ...newProviderValues, issuer: 'x' })).toEqual(['clientId']);
  expect(missingFields('oauth2', valuesOf(oauth2))).toEqual([]);
});

test('errors of the API are shown at the form’s fields', () => {
  expect(formErrors({ 'saml.signOnUrl': 'a', 'oauth2.tokenUrl': 'c', domains: 'b' })).toEqual({
    signOnUrl: 'a',
    tokenUrl: 'c',
    domains: 'b',
  });
});
