import { createPrivateKey, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import type { Provider } from '../providers/store.ts';
import { addProvider, finishSaml, leaveForSaml } from '../testing-sign-in.ts';
import { createTestIdp } from './testing-idp.ts';

// Loaded without its types, which declare a browser's globals for the whole server.
const samlify = createRequire(import.meta.url)('samlify') as Samlify;

/** What of samlify is used here. */
interface Samlify {
  setSchemaValidator(validator: { validate(xml: string): Promise<string> }): void;
  ServiceProvider(settings: object): object;
  IdentityProvider(settings: object): {
    parseLoginRequest(
      service: object,
      binding: 'redirect',
      request: { query: Record<string, string>; octetString: string },
    ): Promise<{ extract: { request?: { id?: string } } }>;
    createLoginResponse(
      service: object,
      request: object,
      binding: 'post',
      user: object,
      options: {
        customTagReplacement(template: string): { id: string; context: string };
        encryptThenSign: boolean;
      },
    ): Promise<{ context: string }>;
  };
  readonly SamlLib: {
    readonly defaultLoginResponseTemplate: { readonly context: string };
    replaceTagsByValue(template: string, values: Record<string, string>): string;
  };
}

/**
 * samlify as the identity provider: an implementation that shares neither code nor habits with what we verify with. (The
 * demo's Acme, with samlp, is another.)
 */
samlify.setSchemaValidator({ validate: async () => 'not checked: this is about messages, not schemas' });

const entityId = 'https://idp.samlify.example/metadata';
const signOnUrl = 'http://idp.samlify.example/sso';
const redirect = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';
const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';

let portico: TestApp;
let provider: Provider;
let certificate: string;
let privateKey: string;

beforeAll(async () => {
  portico = await createTestApp();
  const idp = await createTestIdp(entityId);
  certificate = idp.certificate;
  privateKey = createPrivateKey({ key: idp.key.export({ type: 'pkcs8', format: 'pem' }), format: 'pem' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
  provider = await addProvider(portico, {
    protocol: 'saml',
    name: 'Samlify',
    domains: ['samlify.example'],
    saml: { entityId, signOnUrl, certificates: [certificate], signsRequests: true },
  });
});

afterAll(async () => {
  await portico?.close();
});

const template = samlify.SamlLib.defaultLoginResponseTemplate.context;

/** Signs somebody in at samlify, for a request as it came, and returns the response's XML. */
async function respond(request: URL, { signsMessage = false, isEncrypted = false }): Promise<string> {
  const metadata = await portico.app.inject({ url: `/sso/saml/${provider.id}/metadata` });
  const service = samlify.ServiceProvider({ metadata: metadata.body, wantMessageSigned: signsMessage });
  const idp = samlify.IdentityProvider({
    entityID: entityId,
    privateKey,
    signingCert: certificate.replace(/-----[^-]+-----|\s/g, ''),
    requestSignatureAlgorithm: rsaSha256,
    isAssertionEncrypted: isEncrypted,
    messageSigningOrder: 'encrypt-then-sign',
    wantAuthnRequestsSigned: true,
    singleSignOnService: [{ Binding: redirect, Location: signOnUrl }],
    loginResponseTemplate: {
      context: template,
      attributes: [
        { name: 'mail', valueTag: 'user.email', nameFormat: '', valueXsiType: 'xs:string' },
        { name: 'displayName', valueTag: 'user.name', nameFormat: '', valueXsiType: 'xs:string' },
      ],
    },
  });
  const [octetString = ''] = request.search.slice(1).split('&Signature=');
  const asked = await idp.parseLoginRequest(service, 'redirect', {
    query: Object.fromEntries(request.searchParams),
    octetString,
  });
  const now = Date.now();
  const at = (offsetMs: number) => new Date(now + offsetMs).toISOString();
  const acsUrl = `http://localhost:8080/sso/saml/${provider.id}/acs`;
  const id = `_${randomUUID()}`;
  // Put in as it is: the library would write its markup as text.
  const statement =
    `<saml:AuthnStatement AuthnInstant="${at(0)}" SessionIndex="_s1"><saml:AuthnContext>` +
    '<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef>' +
    '</saml:AuthnContext></saml:AuthnStatement>';
  const values = {
    ID: id,
    AssertionID: `_${randomUUID()}`,
    Destination: acsUrl,
    Audience: `http://localhost:8080/sso/saml/${provider.id}/metadata`,
    EntityID: `http://localhost:8080/sso/saml/${provider.id}/metadata`,
    SubjectRecipient: acsUrl,
    Issuer: entityId,
    IssueInstant: at(0),
    AssertionConsumerServiceURL: acsUrl,
    StatusCode: 'urn:oasis:names:tc:SAML:2.0:status:Success',
    ConditionsNotBefore: at(-1000),
    ConditionsNotOnOrAfter: at(300_000),
    SubjectConfirmationDataNotOnOrAfter: at(300_000),
    NameIDFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    NameID: 'sam-1',
    InResponseTo: asked.extract.request?.id ?? '',
    attrUserEmail: 'sam@samlify.example',
    attrUserName: 'Sam Samlify',
  };
  const made = await idp.createLoginResponse(
    service,
    { extract: asked.extract },
    'post',
    {},
    {
      customTagReplacement: (text: string) => ({
        id,
        context: samlify.SamlLib.replaceTagsByValue(text.replace('{AuthnStatement}', statement), values),
      }),
      encryptThenSign: isEncrypted,
    },
  );
  return Buffer.from(made.context, 'base64').toString('utf8');
}

it.each([
  ['signed assertions', {}],
  ['signed assertions in signed responses', { signsMessage: true }],
  ['encrypted assertions in signed responses', { signsMessage: true, isEncrypted: true }],
])('people of a samlify provider sign in with %s, in answer to our signed request', async (_name, how) => {
  const journey = await leaveForSaml(portico, provider);
  expect(journey.target.searchParams.get('SigAlg')).toBe(rsaSha256);
  const { location, cookie } = await finishSaml(portico, journey, await respond(journey.target, how));
  expect(location).toBe('/servicedesk/customer/portals');
  const session = await portico.app.inject({ url: '/rest/portico/1/session', headers: { cookie } });
  expect(session.json().account).toMatchObject({
    displayName: 'Sam Samlify',
    emailAddress: 'sam@samlify.example',
  });
});
