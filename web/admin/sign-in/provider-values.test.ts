import { expect, test } from 'vitest';
import type { Provider } from './provider-queries.ts';
import { formErrors, inputOf, newProviderValues, valuesOf } from './provider-values.ts';

const saml: Provider = {
  id: '1',
  protocol: 'saml',
  name: 'Acme',
  domains: ['acme.example'],
  isEnabled: true,
  createsAccounts: true,
  admitsStaff: false,
  version: 3,
  saml: {
    entityId: 'https://idp.acme.example',
    signOnUrl: 'https://idp.acme.example/sso',
    certificates: ['PEM'],
    emailAttribute: 'mail',
  },
  ours: { saml: { entityId: 'x', acsUrl: 'y', metadataUrl: 'z' } },
};

const oidc: Provider = {
  id: '2',
  protocol: 'oidc',
  name: 'Globex',
  domains: [],
  isEnabled: false,
  createsAccounts: true,
  admitsStaff: false,
  version: 1,
  oidc: { issuer: 'https://id.globex.example', clientId: 'portico', hasClientSecret: true },
  ours: { oidc: { redirectUri: 'x' } },
};

test('a provider that is opened and saved untouched is sent as it was', () => {
  const { id, version, ours, ...sent } = saml;
  expect(inputOf('saml', valuesOf(saml), saml.isEnabled)).toEqual(sent);
});

test('an untouched client secret is not sent, so that the stored one is kept', () => {
  const input = inputOf('oidc', valuesOf(oidc), false);
  expect(input.oidc).toEqual({ issuer: 'https://id.globex.example', clientId: 'portico' });
  const changed = inputOf('oidc', { ...valuesOf(oidc), clientSecret: 's3cret' }, false);
  expect(changed.oidc?.clientSecret).toBe('s3cret');
});

test('empty certificate fields and empty attributes are not sent', () => {
  const values = { ...newProviderValues, certificates: ['', 'PEM', '  '], emailAttribute: ' ' };
  expect(inputOf('saml', values, false).saml).toEqual({ entityId: '', signOnUrl: '', certificates: ['PEM'] });
});

test('errors of the API are shown at the form’s fields', () => {
  expect(formErrors({ 'saml.signOnUrl': 'a', domains: 'b' })).toEqual({ signOnUrl: 'a', domains: 'b' });
});
