import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { createTestIdp } from '../saml/testing-idp.ts';
import { durationSeconds } from './duration.ts';
import { MetadataProblem } from './problem.ts';
import { type ReadOptions, readMetadata } from './read-metadata.ts';
import {
  adfsMetadata,
  bare,
  entraMetadata,
  googleMetadata,
  keycloakMetadata,
  oktaMetadata,
  plainMetadata,
  samlpMetadata,
} from './testing-metadata.ts';

let one: string;
let two: string;
let weak: string;

beforeAll(async () => {
  one = (await createTestIdp('https://one.example')).certificate;
  two = (await createTestIdp('https://two.example')).certificate;
  weak = (await createTestIdp('https://weak.example', 1024)).certificate;
});

function read(xml: string, options: Partial<ReadOptions> = {}) {
  return readMetadata(xml, { allowsPrivate: false, ...options });
}

function problemOf(xml: string, options: Partial<ReadOptions> = {}): string {
  try {
    read(xml, options);
  } catch (error) {
    if (error instanceof MetadataProblem) return error.message;
    throw error;
  }
  return 'none';
}

describe('metadata of the systems that companies use', () => {
  it('is read: Okta', () => {
    expect(read(oktaMetadata(one))).toEqual({
      entityId: 'http://www.okta.com/exk1fcia6d6EMsf331d8',
      signOn: {
        redirect: 'https://acme.okta.com/app/acme_portico_1/exk1fcia6d6EMsf331d8/sso/saml',
        post: 'https://acme.okta.com/app/acme_portico_1/exk1fcia6d6EMsf331d8/sso/saml',
      },
      logout: {},
      certificates: [one],
      wantsSignedRequests: false,
      nameIdFormats: [
        'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
        'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
      ],
      validUntil: null,
      cacheSeconds: null,
      notes: [],
    });
  });

  it('is read: Microsoft Entra ID, signed, with another role and two certificates', () => {
    const content = read(entraMetadata(one, two));
    expect(content.entityId).toMatch(/^https:\/\/sts\.windows\.net\//);
    expect(content.certificates).toEqual([one, two]);
    expect(content.logout.redirect?.url).toMatch(/saml2$/);
  });

  it('is read: Google Workspace, with the day on which it ends', () => {
    const content = read(googleMetadata(one, '2099-01-31T12:00:00.000Z'));
    expect(content).toMatchObject({
      entityId: 'https://accounts.google.com/o/saml2?idpid=C01abcdef',
      validUntil: '2099-01-31T12:00:00.000Z',
      certificates: [one],
    });
  });

  it('is read: AD FS, of which the keys for encryption sign nothing', () => {
    const content = read(adfsMetadata(one, two));
    expect(content.certificates).toEqual([one]);
    expect(content.logout).toEqual({
      redirect: { url: 'https://adfs.acme.example/adfs/ls/', responseUrl: null },
      post: { url: 'https://adfs.acme.example/adfs/ls/', responseUrl: null },
    });
  });

  it('is read: Keycloak, in an EntitiesDescriptor and with comments', () => {
    const content = read(keycloakMetadata(one));
    expect(content).toMatchObject({ wantsSignedRequests: true, cacheSeconds: 6 * 3600 });
    expect(content.logout.post).toEqual({
      url: 'https://keycloak.acme.example/realms/acme/protocol/saml',
      responseUrl: 'https://keycloak.acme.example/realms/acme/protocol/saml/logout',
    });
  });

  it('is read: samlp, whose keys have no use', () => {
    expect(read(samlpMetadata(one))).toMatchObject({ entityId: 'urn:fixture-test', certificates: [one] });
  });
});

describe('a document of several entities', () => {
  const federation = (entities: string) =>
    `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" validUntil="2099-01-01T00:00:00Z" cacheDuration="P1D">${entities}</md:EntitiesDescriptor>`;

  it('gives the one that was chosen, with what holds for all', () => {
    const xml = federation(
      plainMetadata([one], { entityId: 'urn:a', attributes: ' cacheDuration="PT1H"' }) +
        plainMetadata([two], { entityId: 'urn:b' }),
    );
    expect(problemOf(xml)).toBe(
      'It describes 2 identity providers (urn:a, urn:b). Say which one, by its entity id.',
    );
    expect(read(xml, { entityId: 'urn:b' })).toMatchObject({
      entityId: 'urn:b',
      certificates: [two],
      cacheSeconds: 86_400,
      validUntil: '2099-01-01T00:00:00.000Z',
    });
    expect(read(xml, { entityId: 'urn:a' }).cacheSeconds).toBe(3600);
    expect(problemOf(xml, { entityId: 'urn:c' })).toContain('entity id urn:c');
  });

  it('is refused when two call themselves the same', () => {
    const xml = federation(plainMetadata([one]) + plainMetadata([two]));
    expect(problemOf(xml, { entityId: 'https://idp.acme.example/metadata' })).toContain(
      '2 identity providers',
    );
  });
});

describe('what is not the metadata of an identity provider', () => {
  test.each([
    ['an empty text', ' \n', 'is empty'],
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'This is a web page'],
    ['a web page without a type', '<html lang="en">', 'This is a web page'],
    ['an address', 'https://idp.acme.example/metadata', 'This is an address'],
    ['an OpenID configuration', '{"issuer":"https://idp.acme.example"}', 'This is JSON'],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nMIIC', 'This is a certificate'],
    ['words', 'see attachment', 'This is not XML'],
    ['another XML', '<rss version="2.0"><channel/></rss>', 'it begins with <rss>'],
    ['an element of that name in no namespace', '<EntityDescriptor entityID="x"/>', 'not SAML 2.0 metadata'],
    ['half of it', '<md:EntityDescriptor xmlns:md="urn:x"><md:IDP', 'Copy the whole of it'],
    [
      'a response',
      '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"/>',
      'This is a SAML Response',
    ],
    [
      'a service provider',
      '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x"><md:SPSSODescriptor/></md:EntityDescriptor>',
      'This is metadata of a service provider, not of an identity provider',
    ],
    [
      'an identity provider of SAML 1.1',
      '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:1.1:protocol"/></md:EntityDescriptor>',
      'does not speak SAML 2.0',
    ],
  ])('is named: %s', (_name, xml, expected) => {
    expect(problemOf(xml)).toContain(expected);
  });
});

describe('metadata that cannot be used', () => {
  it('has ended', () => {
    const xml = plainMetadata([one], { attributes: ' validUntil="2026-01-02T03:04:05Z"' });
    expect(problemOf(xml)).toContain('invalid since 2026-01-02');
    expect(problemOf(xml, { now: new Date('2026-01-02T03:04:04Z') })).toBe('none');
    expect(problemOf(plainMetadata([one], { attributes: ' validUntil="soon"' }))).toContain('is not a date');
  });

  it('has no key that could sign', () => {
    expect(problemOf(plainMetadata([]))).toContain('no signing certificate');
    expect(problemOf(plainMetadata([one]).replace('use="signing"', 'use="encryption"'))).toContain(
      'for encryption only',
    );
    expect(problemOf(plainMetadata([weak]))).toMatch(/None of its signing certificates.*1024 bits/);
    expect(read(plainMetadata([weak, one]))).toMatchObject({
      certificates: [one],
      notes: [expect.stringContaining('1024 bits')],
    });
  });

  it('has no address that a browser could go to', () => {
    expect(problemOf(plainMetadata([one], { services: '' }))).toContain('no sign-on address');
    const soap =
      '<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:SOAP" Location="https://a.example"/>';
    expect(problemOf(plainMetadata([one], { services: soap }))).toContain('neither HTTP-Redirect');
  });

  it.each([
    'javascript:alert(1)',
    'http://idp.acme.example/sso',
    'https://a:b@c.example/',
    '//c.example',
    'https://idp.acme.example/sso#x',
  ])('sends people to %s (S35)', (signOnUrl) => {
    expect(problemOf(plainMetadata([one], { signOnUrl }))).toContain('is not taken');
  });

  it('has a logout address that is none, which is left out (S34)', () => {
    const inRole =
      '<md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="javascript:alert(1)"/>';
    const content = read(plainMetadata([one], { inRole }));
    expect(content.logout).toEqual({});
    expect(content.notes).toEqual([expect.stringContaining('javascript:alert(1)')]);
  });
});

describe('hostile metadata', () => {
  it('has no document type and no entities (S20)', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${plainMetadata([one], { entityId: '&b;' })}`;
    expect(problemOf(bomb)).toContain('document type');
    const external = `<!DOCTYPE x SYSTEM "file:///etc/passwd">${plainMetadata([one])}`;
    expect(problemOf(external)).toContain('document type');
    expect(problemOf(plainMetadata([one], { entityId: '&b;' }))).toContain('entity');
    expect(problemOf(plainMetadata([one], { entityId: '&#0;' }))).toContain('entity');
  });

  it('has no processing instructions, CDATA, or comments inside of values (S20)', () => {
    expect(problemOf(`<?xml-stylesheet href="x"?>${plainMetadata([one])}`)).toContain(
      'processing instruction',
    );
    expect(problemOf(plainMetadata([one], { inRole: '<![CDATA[x]]>' }))).toContain('CDATA');
    const commented = plainMetadata([one]).replace(bare(one).slice(0, 40), (start) => `${start}<!-- x -->`);
    expect(problemOf(commented)).toContain('comment inside of a value');
    expect(problemOf(plainMetadata([one], { inRole: '<!-- a -- b -->' }))).not.toBe('none');
    expect(problemOf(plainMetadata([one], { inRole: '<!-- <md:KeyDescriptor> -->' }))).toBe('none');
  });

  it('is not larger, deeper or of more elements than any provider’s (S36)', () => {
    expect(problemOf(plainMetadata([one], { inRole: `<x>${'y'.repeat(1_000_000)}</x>` }))).toContain(
      'larger than 1 MB',
    );
    expect(problemOf(plainMetadata([one], { inRole: '<x>'.repeat(200) + '</x>'.repeat(200) }))).toContain(
      'too deep',
    );
    expect(problemOf(plainMetadata([one], { inRole: '<x/>'.repeat(20_000) }))).toContain('too many');
    expect(problemOf(`<${'!--'.repeat(200_000)}`)).not.toBe('none');
  });

  it('names the same thing twice in one element', () => {
    expect(problemOf(plainMetadata([one], { attributes: ' entityID="urn:other"' }))).toContain('twice');
  });

  it('lists more certificates than are taken', async () => {
    const many = await Promise.all(
      Array.from({ length: 11 }, async (_, i) => (await createTestIdp(`https://${i}.example`)).certificate),
    );
    expect(problemOf(plainMetadata(many))).toContain('11 signing certificates');
    expect(read(plainMetadata([one, one, two])).certificates).toEqual([one, two]);
  });

  it('never ends in anything but a reading or a reason', () => {
    const valid = [entraMetadata(one, two), keycloakMetadata(one), plainMetadata([one])];
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      '&',
      '<!--',
      '-->',
      '<md:',
      '</',
      '=',
      '\u0000',
      '&#x0;',
      '<?',
      ' ',
    );
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.nat(), fc.nat(40), pieces, (xml, at, cut, piece) => {
        const place = at % xml.length;
        const mutated = xml.slice(0, place) + piece + xml.slice(place + cut);
        const problem = problemOf(mutated);
        if (problem !== 'none') expect(problem).toMatch(/^[A-Z“].*\.$/s);
      }),
      { numRuns: 400 },
    );
  });
});

test.each([
  ['PT6H', 21_600],
  ['P1DT12H', 129_600],
  ['PT0S', 0],
  ['P1Y2M3DT4H5M6.7S', 365 * 86_400 + 60 * 86_400 + 3 * 86_400 + 4 * 3600 + 5 * 60 + 6],
  ['P2W', 1_209_600],
  ['P', null],
  ['PT', null],
  ['P1DT', null],
  ['-PT1H', null],
  ['6h', null],
  ['', null],
])('the duration %s has %s seconds', (text, seconds) => {
  expect(durationSeconds(text)).toBe(seconds);
});
