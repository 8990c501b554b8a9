import type { Protocol, Provider, ProviderInput } from './provider-queries.ts';

/** A parameter of the authorization request and its value. */
export interface ExtraParameter {
  readonly name: string;
  readonly value: string;
}

/** A provider as the form holds it: flat, with the fields of all protocols. Empty is what nobody has set. */
export interface ProviderValues {
  name: string;
  buttonText: string;
  shownOn: Provider['shownOn'];
  portalIds: string[];
  domains: string[];
  admits: Provider['admits'];
  allowedGroups: string[];
  createsAccounts: boolean;
  admitsStaff: boolean;
  clockSkewSeconds: number | '';
  trustsFactor: boolean;
  sessionIdleMinutes: number | '';
  sessionMaxHours: number | '';
  emailAttribute: string;
  nameAttribute: string;
  groupsAttribute: string;
  forcesSignIn: boolean;
  entityId: string;
  signOnUrl: string;
  signOnBinding: '' | 'redirect' | 'post';
  logoutUrl: string;
  logoutResponseUrl: string;
  logoutBinding: '' | 'redirect' | 'post';
  certificates: string[];
  metadataUrl: string;
  reviewsMetadata: boolean;
  signsRequests: boolean;
  nameIdFormat: '' | 'emailAddress' | 'persistent' | 'unspecified';
  authnContexts: string[];
  requiresEncryption: boolean;
  allowsIdpInitiated: boolean;
  weakAlgorithms: ('sha1' | 'rsa-1_5' | '3des')[];
  weakUntil: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  authentication: '' | 'auto' | 'basic' | 'post' | 'private_key_jwt';
  scopes: string;
  extraParameters: ExtraParameter[];
  userinfo: '' | 'when-needed' | 'always' | 'never';
  prompt: '' | 'select_account' | 'login' | 'consent';
  signsOutThere: boolean;
  authorizationUrl: string;
  tokenUrl: string;
  userinfoUrl: string;
  subjectAttribute: string;
}

/** What a new provider's form begins with. */
export const newProviderValues: ProviderValues = {
  name: '',
  buttonText: '',
  shownOn: 'none',
  portalIds: [],
  domains: [],
  admits: 'domains',
  allowedGroups: [],
  createsAccounts: true,
  admitsStaff: false,
  clockSkewSeconds: 60,
  trustsFactor: false,
  sessionIdleMinutes: '',
  sessionMaxHours: '',
  emailAttribute: '',
  nameAttribute: '',
  groupsAttribute: '',
  forcesSignIn: false,
  entityId: '',
  signOnUrl: '',
  signOnBinding: '',
  logoutUrl: '',
  logoutResponseUrl: '',
  logoutBinding: '',
  certificates: [''],
  metadataUrl: '',
  reviewsMetadata: false,
  signsRequests: false,
  nameIdFormat: '',
  authnContexts: [],
  requiresEncryption: false,
  allowsIdpInitiated: false,
  weakAlgorithms: [],
  weakUntil: '',
  issuer: '',
  clientId: '',
  clientSecret: '',
  authentication: '',
  scopes: '',
  extraParameters: [],
  userinfo: '',
  prompt: '',
  signsOutThere: true,
  authorizationUrl: '',
  tokenUrl: '',
  userinfoUrl: '',
  subjectAttribute: '',
};

/** A provider's values for the form. The secret, which is never shown, is empty. */
export function valuesOf(provider: Provider): ProviderValues {
  return { ...protocolValuesOf(provider), ...rulesOf(provider) };
}

/** A form's values with the settings of the protocol alone, all else as for a new provider. */
export function protocolValuesOf({
  saml,
  oidc,
  oauth2,
}: Pick<Provider, 'saml' | 'oidc' | 'oauth2'>): ProviderValues {
  return {
    ...newProviderValues,
    ...(saml && samlValues(saml)),
    ...(oidc && clientValues(oidc)),
    ...(oauth2 && clientValues(oauth2)),
  };
}

function rulesOf(provider: Provider) {
  const { name, shownOn, portalIds, domains, admits, allowedGroups, createsAccounts, admitsStaff } = provider;
  return {
    name,
    shownOn,
    portalIds,
    domains,
    admits,
    allowedGroups,
    createsAccounts,
    admitsStaff,
    buttonText: provider.buttonText ?? '',
    clockSkewSeconds: provider.clockSkewSeconds,
    trustsFactor: provider.trustsFactor,
    sessionIdleMinutes: provider.sessionIdleMinutes ?? ('' as const),
    sessionMaxHours: provider.sessionMaxHours ?? ('' as const),
  };
}

function samlValues({ weakAlgorithms, certificates, ...saml }: NonNullable<Provider['saml']>) {
  return {
    ...saml,
    certificates: certificates.length > 0 ? certificates : [''],
    ...(weakAlgorithms && { weakAlgorithms: weakAlgorithms.algorithms, weakUntil: weakAlgorithms.until }),
  };
}

function clientValues<Client extends NonNullable<Provider['oidc'] | Provider['oauth2']>>(client: Client) {
  const { hasClientSecret: _, extraParameters = {}, ...others } = client;
  return {
    ...others,
    extraParameters: Object.entries(extraParameters).map(([name, value]) => ({ name, value })),
  };
}

/** What of a provider the form does not hold. */
export type BesideForm = Pick<Provider, 'protocol' | 'isEnabled' | 'preset' | 'position'>;

/** What is sent for these values. What nobody set is left out; so is an empty secret, which keeps the stored one. */
export function inputOf(beside: BesideForm, values: ProviderValues): ProviderInput {
  const { protocol, isEnabled, preset, position } = beside;
  const { name, shownOn, portalIds, domains, admits, allowedGroups, createsAccounts, admitsStaff } = values;
  return {
    protocol,
    isEnabled,
    preset,
    position,
    name,
    shownOn,
    portalIds,
    domains,
    admits,
    allowedGroups,
    createsAccounts,
    admitsStaff,
    buttonText: values.buttonText.trim() || null,
    trustsFactor: values.trustsFactor,
    clockSkewSeconds: values.clockSkewSeconds === '' ? 60 : values.clockSkewSeconds,
    sessionIdleMinutes: values.sessionIdleMinutes || null,
    sessionMaxHours: values.sessionMaxHours || null,
    ...protocolInputOf(protocol, values),
  };
}

/** What is sent for the settings of the protocol. */
export function protocolInputOf(
  protocol: Protocol,
  values: ProviderValues,
): Pick<ProviderInput, 'saml' | 'oidc' | 'oauth2'> {
  if (protocol === 'saml') return { saml: samlInput(values) };
  if (protocol === 'oidc') return { oidc: oidcInput(values) };
  return { oauth2: oauth2Input(values) };
}

function samlInput(values: ProviderValues): NonNullable<ProviderInput['saml']> {
  const { logoutUrl, logoutResponseUrl, metadataUrl, signOnBinding, logoutBinding, nameIdFormat } = values;
  const { reviewsMetadata, signsRequests, forcesSignIn, requiresEncryption, allowsIdpInitiated } = values;
  const { authnContexts, weakAlgorithms, weakUntil } = values;
  return {
    entityId: values.entityId,
    signOnUrl: values.signOnUrl,
    certificates: values.certificates.filter((text) => text.trim() !== ''),
    ...unlessEmpty({ logoutUrl, logoutResponseUrl, metadataUrl }),
    ...attributeNames(values),
    ...(signOnBinding && { signOnBinding }),
    ...(logoutBinding && { logoutBinding }),
    ...(nameIdFormat && { nameIdFormat }),
    ...(authnContexts.length > 0 && { authnContexts }),
    ...(weakAlgorithms.length > 0 && { weakAlgorithms: { algorithms: weakAlgorithms, until: weakUntil } }),
    ...ifSet({ reviewsMetadata, signsRequests, forcesSignIn, requiresEncryption, allowsIdpInitiated }),
  };
}

function oidcInput(values: ProviderValues): NonNullable<ProviderInput['oidc']> {
  const { issuer, userinfo, prompt, forcesSignIn, signsOutThere } = values;
  return {
    issuer,
    ...clientInput(values),
    ...(userinfo && { userinfo }),
    ...(prompt && { prompt }),
    ...ifSet({ forcesSignIn }),
    ...(!signsOutThere && { signsOutThere }),
  };
}

function oauth2Input(values: ProviderValues): NonNullable<ProviderInput['oauth2']> {
  const { authorizationUrl, tokenUrl, userinfoUrl, subjectAttribute } = values;
  return {
    authorizationUrl,
    tokenUrl,
    userinfoUrl,
    ...clientInput(values),
    ...unlessEmpty({ subjectAttribute }),
  };
}

function clientInput(values: ProviderValues) {
  const { clientId, clientSecret, scopes, authentication } = values;
  const extra = values.extraParameters.filter(({ name }) => name.trim() !== '');
  return {
    clientId,
    ...unlessEmpty({ clientSecret, scopes }),
    ...(authentication && { authentication }),
    ...(extra.length > 0 && {
      extraParameters: Object.fromEntries(extra.map(({ name, value }) => [name.trim(), value])),
    }),
    ...attributeNames(values),
  };
}

function attributeNames({ emailAttribute, nameAttribute, groupsAttribute }: ProviderValues) {
  return unlessEmpty({ emailAttribute, nameAttribute, groupsAttribute });
}

function unlessEmpty<Names extends string>(values: Record<Names, string>): Partial<Record<Names, string>> {
  const filled = Object.entries<string>(values).filter(([, value]) => value.trim() !== '');
  return Object.fromEntries(filled) as Partial<Record<Names, string>>;
}

function ifSet<Names extends string>(values: Record<Names, boolean>): Partial<Record<Names, true>> {
  const set = Object.entries(values).filter(([, isSet]) => isSet);
  return Object.fromEntries(set) as Partial<Record<Names, true>>;
}

/** The settings without which nobody can sign in, by protocol; a provider that is disabled may still lack them. */
export const neededFields = {
  saml: ['entityId', 'signOnUrl', 'certificates'],
  oidc: ['issuer', 'clientId'],
  oauth2: ['authorizationUrl', 'tokenUrl', 'userinfoUrl', 'clientId'],
} as const satisfies Record<Protocol, readonly (keyof ProviderValues)[]>;

/** Those of the needed settings that are empty. */
export function missingFields(protocol: Protocol, values: ProviderValues): (keyof ProviderValues)[] {
  return neededFields[protocol].filter((name) => {
    const value = values[name];
    return (typeof value === 'string' ? [value] : value).every((text) => text.trim() === '');
  });
}
