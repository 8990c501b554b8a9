import type { Protocol, Provider, ProviderInput } from './provider-queries.ts';

/** A provider as the form holds it: flat, and with the fields of both protocols. */
export interface ProviderValues {
  name: string;
  domains: string[];
  createsAccounts: boolean;
  admitsStaff: boolean;
  entityId: string;
  signOnUrl: string;
  certificates: string[];
  emailAttribute: string;
  nameAttribute: string;
  groupsAttribute: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  scopes: string;
}

/** What a new provider's form begins with. */
export const newProviderValues: ProviderValues = {
  name: '',
  domains: [],
  createsAccounts: true,
  admitsStaff: false,
  entityId: '',
  signOnUrl: '',
  certificates: [''],
  emailAttribute: '',
  nameAttribute: '',
  groupsAttribute: '',
  issuer: '',
  clientId: '',
  clientSecret: '',
  scopes: '',
};

/** A provider's values for the form. The secret, which is never shown, is empty. */
export function valuesOf(provider: Provider): ProviderValues {
  const { name, domains, createsAccounts, admitsStaff, saml, oidc } = provider;
  return {
    ...newProviderValues,
    name,
    domains,
    createsAccounts,
    admitsStaff,
    ...(saml && {
      entityId: saml.entityId,
      signOnUrl: saml.signOnUrl,
      certificates: saml.certificates,
      emailAttribute: saml.emailAttribute ?? '',
      nameAttribute: saml.nameAttribute ?? '',
      groupsAttribute: saml.groupsAttribute ?? '',
    }),
    ...(oidc && { issuer: oidc.issuer, clientId: oidc.clientId, scopes: oidc.scopes ?? '' }),
  };
}

/** What is sent for these values. An empty secret is left out, which keeps the stored one. */
export function inputOf(protocol: Protocol, values: ProviderValues, isEnabled: boolean): ProviderInput {
  const { name, domains, createsAccounts, admitsStaff } = values;
  const shared = { protocol, name, domains, createsAccounts, admitsStaff, isEnabled };
  if (protocol === 'saml') {
    const { entityId, signOnUrl, emailAttribute, nameAttribute, groupsAttribute } = values;
    return {
      ...shared,
      saml: {
        entityId,
        signOnUrl,
        certificates: values.certificates.filter((text) => text.trim() !== ''),
        ...unlessEmpty({ emailAttribute, nameAttribute, groupsAttribute }),
      },
    };
  }
  const { issuer, clientId, clientSecret, scopes } = values;
  return { ...shared, oidc: { issuer, clientId, ...unlessEmpty({ clientSecret, scopes }) } };
}

/** The field of the form that an error of the API belongs to: `signOnUrl` for `saml.signOnUrl`. */
export function formErrors(errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([name, message]) => [name.replace(/^(saml|oidc)\./, ''), message]),
  );
}

/** The fields of the API whose errors the form shows at a field. */
export const shownFields = [
  'name',
  'domains',
  'createsAccounts',
  'admitsStaff',
  'saml.entityId',
  'saml.signOnUrl',
  'saml.certificates',
  'saml.emailAttribute',
  'saml.nameAttribute',
  'saml.groupsAttribute',
  'oidc.issuer',
  'oidc.clientId',
  'oidc.clientSecret',
  'oidc.scopes',
] as const;

/** Fields that must not be empty, so that it is said before anything is sent. */
export function requiredFields(protocol: Protocol): readonly (keyof ProviderValues)[] {
  return protocol === 'saml' ? ['name', 'entityId', 'signOnUrl'] : ['name', 'issuer', 'clientId'];
}

function unlessEmpty<Names extends string>(values: Record<Names, string>): Partial<Record<Names, string>> {
  const filled = Object.entries<string>(values).filter(([, value]) => value.trim() !== '');
  return Object.fromEntries(filled) as Partial<Record<Names, string>>;
}
