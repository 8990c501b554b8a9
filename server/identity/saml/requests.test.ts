import { createVerify } from 'node:crypto';
import { createRequire } from 'node:module';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { signingKeyOf } from '../provider-keys/keys.ts';
import type { ProviderInput } from '../providers/json.ts';
import type { Provider } from '../providers/store.ts';
import {
  addSamlProvider,
  answerTo,
  cookiesOf,
  expectRefused,
  finishSaml,
  leaveForSaml,
} from '../testing-sign-in.ts';
import { createTestIdp, responseXml, type TestIdp } from './testing-idp.ts';

let portico: TestApp;
let idp: TestIdp;
let count = 0;
const signOnUrl = 'http://idp.acme.example/sso?tenant=a&x=%22';
const pwd = 'urn:oasis:names:tc:SAML:2.0:ac:classes:Password';
const mfa = 'https://refeds.org/profile/mfa';

beforeAll(async () => {
  portico = await createTestApp();
  idp = await createTestIdp('https://idp.acme.example/metadata');
});

afterAll(async () => {
  await portico?.close();
});

async function another(settings: Partial<NonNullable<ProviderInput['saml']>>): Promise<Provider> {
  count += 1;
  return addSamlProvider(portico, idp, {
    name: `Company ${count}`,
    domains: [`c${count}.example`],
    saml: {
      entityId: `https://idp${count}.example/metadata`,
      signOnUrl,
      certificates: [idp.certificate],
      ...settings,
    },
  });
}

function requestIn(target: URL): string {
  return inflateRawSync(Buffer.from(target.searchParams.get('SAMLRequest') ?? '', 'base64')).toString();
}

async function certificateAt({ id }: Provider): Promise<string> {
  return (await signingKeyOf(portico.platform, portico.platform.db, id)).certificatePem;
}

/** The page that posts the request, and what is in its form. */
async function postingPage(provider: Provider) {
  const response = await portico.app.inject({ url: `/sso/saml/${provider.id}/login` });
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(response.body)?.[1] ?? '';
  const xml = Buffer.from(value('SAMLRequest'), 'base64').toString();
  return {
    response,
    xml,
    relayState: value('RelayState'),
    cookie: cookiesOf(response.headers['set-cookie']),
  };
}

describe('a request by redirect', () => {
  it('is not signed unless that is set, and keeps what is in the provider’s address', async () => {
    const { target } = await leaveForSaml(portico, await another({}));
    expect(target.searchParams.get('tenant')).toBe('a');
    expect(target.searchParams.has('Signature')).toBe(false);
    expect(requestIn(target)).not.toMatch(/Signature|RequestedAuthnContext|ForceAuthn|Format=/);
  });

  it('carries our signature over its query, made with RSA and SHA-256', async () => {
    const provider = await another({ signsRequests: true });
    const { target } = await leaveForSaml(portico, provider);
    const { searchParams } = target;
    expect(searchParams.get('SigAlg')).toBe('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256');
    const raw = (name: string) => new RegExp(`[?&](${name}=[^&]*)`).exec(target.search)?.[1];
    const signed = ['SAMLRequest', 'RelayState', 'SigAlg'].map(raw).join('&');
    const signature = searchParams.get('Signature') ?? '';
    const verifies = (text: string) =>
      createVerify('sha256').update(text).verify(certificate, signature, 'base64');
    const certificate = await certificateAt(provider);
    expect(verifies(signed)).toBe(true);
    expect(verifies(signed.replace('RelayState=', 'RelayState=x'))).toBe(false);
  });

  it('asks for what is set: NameID format, class of authentication, to sign in again', async () => {
    const provider = await another({
      nameIdFormat: 'emailAddress',
      authnContexts: [mfa, pwd],
      forcesSignIn: true,
    });
    const xml = requestIn((await leaveForSaml(portico, provider)).target);
    expect(xml).toContain('Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"');
    expect(xml).toContain('ForceAuthn="true"');
    expect(xml).toMatch(/<samlp:RequestedAuthnContext [^>]*Comparison="exact"/);
    expect(xml.match(/AuthnContextClassRef[^>]*>[^<]+</g)).toHaveLength(2);
  });
});

describe('a request by form', () => {
  it('is a page that posts itself to the provider alone, and has a button where scripts are off', async () => {
    const { response, xml, relayState } = await postingPage(await another({ signOnBinding: 'post' }));
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.headers['cache-control']).toBe('no-store');
    const policy = String(response.headers['content-security-policy']);
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy).toBe(
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; form-action http: https:; frame-ancestors 'none'; base-uri 'none'`,
    );
    expect(response.body).toContain(`<script nonce="${nonce}">`);
    expect(response.body).toContain('action="http://idp.acme.example/sso?tenant=a&amp;x=%22"');
    expect(response.body).toContain('<button type="submit">');
    expect(relayState).toMatch(/^[\w-]{43}$/);
    expect(xml).toContain('<samlp:AuthnRequest');
    expect(xml).not.toContain('Signature');
  });

  it('has another nonce every time', async () => {
    const provider = await another({ signOnBinding: 'post' });
    const policies = [await postingPage(provider), await postingPage(provider)].map(
      ({ response }) => response.headers['content-security-policy'],
    );
    expect(new Set(policies).size).toBe(2);
  });

  it('carries our enveloped signature where that is set, as another library verifies', async () => {
    const provider = await another({ signOnBinding: 'post', signsRequests: true });
    const { xml } = await postingPage(provider);
    expect(xml).toContain('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256');
    const { validateSignature, parseDomFromString } = createRequire(import.meta.url)(
      '@node-saml/node-saml/lib/xml',
    ) as {
      validateSignature: (xml: string, element: unknown, certificates: string[]) => boolean;
      parseDomFromString: (xml: string) => Promise<{ documentElement: unknown }>;
    };
    const verifies = async (text: string) => {
      const { documentElement } = await parseDomFromString(text);
      return validateSignature(text, documentElement, [await certificateAt(provider)]);
    };
    expect(await verifies(xml)).toBe(true);
    expect(await verifies(xml.replace('/acs"', '/evil"'))).toBe(false);
  });

  it('is answered like any other', async () => {
    const provider = await another({ signOnBinding: 'post' });
    const { xml, relayState, cookie } = await postingPage(provider);
    const origin = portico.platform.config.url.origin;
    const journey = {
      provider,
      requestId: /ID="([^"]+)"/.exec(xml)?.[1] ?? '',
      relayState,
      cookie,
      acsUrl: `${origin}/sso/saml/${provider.id}/acs`,
      entityId: `${origin}/sso/saml/${provider.id}/metadata`,
      target: new URL(signOnUrl),
    };
    const attributes = { mail: `alice@c${count}.example` };
    const own = { ...idp, entityId: provider.issuer };
    const done = await finishSaml(portico, journey, responseXml(own, answerTo(journey, { attributes })));
    expect(done.location).toBe('/servicedesk/customer/portals');
  });
});

describe('what was asked for', () => {
  async function answer(provider: Provider, issuedAt = 0, twist = (xml: string) => xml) {
    const journey = await leaveForSaml(portico, provider);
    const own = { ...idp, entityId: provider.issuer };
    const attributes = { mail: `alice@c${count}.example` };
    const options = answerTo(journey, { attributes, issuedAt });
    return finishSaml(portico, journey, twist(responseXml(own, options)));
  }

  it('must have been used to sign in', async () => {
    const strict = await another({ authnContexts: [mfa] });
    const { detail } = await expectRefused(portico, 'response_invalid', () => answer(strict));
    expect(detail).toContain(pwd);
    const lax = await another({ authnContexts: [mfa, pwd] });
    expect((await answer(lax)).location).toBe('/servicedesk/customer/portals');
  });

  it('must have happened after it was asked for, when it was to sign in again', async () => {
    const provider = await another({ forcesSignIn: true });
    expect((await answer(provider)).location).toBe('/servicedesk/customer/portals');
    const { detail } = await expectRefused(portico, 'response_invalid', () => answer(provider, -90));
    expect(detail).toContain('not asked to sign in again');
  });
});
