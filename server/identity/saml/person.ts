import { cleanDisplayName } from '../accounts/accounts.ts';
import { normalizeEmail } from '../accounts/email.ts';
import type { SamlSettings } from '../providers/settings.ts';
import type { Assertion } from '../sign-in/assertion.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { contextsOf } from './authentication.ts';
import { childrenNamed, type Tag } from './lint.ts';
import { assertionNs, invalid, onlyChild } from './parts.ts';

const claims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';
const emailAttributes = [`${claims}/emailaddress`, 'mail', 'email', 'urn:oid:0.9.2342.19200300.100.1.3'];
const nameAttributes = [`${claims}/name`, 'displayName', 'urn:oid:2.16.840.1.113730.3.1.241'];
const givenAttributes = [`${claims}/givenname`, 'givenName', 'firstName', 'urn:oid:2.5.4.42'];
const surnameAttributes = [`${claims}/surname`, 'sn', 'surname', 'lastName', 'urn:oid:2.5.4.4'];
const groupAttributes = [
  'http://schemas.microsoft.com/ws/2008/06/identity/claims/groups',
  'http://schemas.xmlsoap.org/claims/Group',
  'groups',
  'memberOf',
];

/** Entra sends it in place of the groups to people who are in more than 150: an address to ask for them. */
const overageAttribute = 'http://schemas.microsoft.com/claims/groups.link';

/** Entra says in it how the person signed in. */
const methodsAttribute = 'http://schemas.microsoft.com/claims/authnmethodsreferences';

const emailFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
const transientFormat = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient';

/**
 * Reads the person from a verified assertion.
 * @throws SignInRefused response_invalid without a lasting NameID, email_missing without an e-mail address
 */
export function readPerson(assertion: Tag, settings: SamlSettings): Assertion {
  const nameId = onlyChild(onlyChild(assertion, 'Subject'), 'NameID');
  const format = nameId.attributes.get('Format');
  const name = nameId.text.trim();
  if (name === '' || name.length > 1000 || nameId.children.length > 0) {
    throw invalid('The assertion names nobody (NameID)', { key: 'name-id' });
  }
  if (format === transientFormat) {
    throw invalid(
      'The NameID is transient, another at every sign-in: let the provider send a persistent one or the e-mail address',
      { key: 'transient-name-id', found: transientFormat },
    );
  }
  const attributes = readAttributes(assertion);
  const nameIdEmail = format === emailFormat ? name : undefined;
  return {
    // Addresses are the same in any case, and providers are known to send them in more than one.
    subject: nameIdEmail?.toLowerCase() ?? name,
    email: readEmail(attributes, settings.emailAttribute, nameIdEmail),
    // Its domain is the provider's own, and checked by the caller of every protocol; SAML has no word for more.
    emailVerified: true,
    displayName: readName(attributes, settings.nameAttribute),
    groups: valuesOf(attributes, settings.groupsAttribute ? [settings.groupsAttribute] : groupAttributes),
    groupsAreComplete: !attributes.has(overageAttribute),
    raw: Object.fromEntries(attributes),
    methods: [
      ...contextsOf(childrenNamed(assertion, assertionNs, 'AuthnStatement')),
      ...valuesOf(attributes, [methodsAttribute]),
    ],
    ...sessionOf(assertion, nameId),
  };
}

/**
 * Reads e-mail address, name and groups again from what `readPerson` kept, under other settings.
 *
 * @param message the decoded response, which shows what kind of name the NameID is
 * @throws SignInRefused email_missing
 */
export function rereadPerson(known: Assertion, message: string | null, settings: SamlSettings): Assertion {
  // Written by readPerson alone.
  const attributes = new Map(Object.entries(known.raw as Record<string, readonly string[]>));
  const nameIdEmail = message?.includes(`"${emailFormat}"`) ? known.subject : undefined;
  return {
    ...known,
    email: readEmail(attributes, settings.emailAttribute, nameIdEmail),
    displayName: readName(attributes, settings.nameAttribute),
    groups: valuesOf(attributes, settings.groupsAttribute ? [settings.groupsAttribute] : groupAttributes),
    groupsAreComplete: !attributes.has(overageAttribute),
  };
}

/** What signing out at the provider needs: the session's name there, and the NameID as it was sent. */
function sessionOf(assertion: Tag, nameId: Tag): Pick<Assertion, 'providerSession' | 'logoutHint'> {
  const statements = childrenNamed(assertion, assertionNs, 'AuthnStatement');
  const sessionIndex = statements.map(({ attributes }) => attributes.get('SessionIndex')).find(Boolean);
  const format = nameId.attributes.get('Format');
  const nameQualifier = nameId.attributes.get('NameQualifier');
  const spNameQualifier = nameId.attributes.get('SPNameQualifier');
  const hint = {
    nameId: nameId.text.trim(),
    ...(format !== undefined && { format }),
    ...(nameQualifier !== undefined && { nameQualifier }),
    ...(spNameQualifier !== undefined && { spNameQualifier }),
    ...(sessionIndex !== undefined && { sessionIndex }),
  };
  return { providerSession: sessionIndex ?? null, logoutHint: JSON.stringify(hint) };
}

type Attributes = ReadonlyMap<string, readonly string[]>;

/** Attributes by Name, and by FriendlyName where no Name is the same. */
function readAttributes(assertion: Tag): Attributes {
  const byName = new Map<string, string[]>();
  const byFriendlyName = new Map<string, string[]>();
  for (const statement of childrenNamed(assertion, assertionNs, 'AttributeStatement')) {
    for (const attribute of childrenNamed(statement, assertionNs, 'Attribute')) {
      const values = childrenNamed(attribute, assertionNs, 'AttributeValue')
        .filter((value) => value.children.length === 0)
        .map((value) => value.text.trim())
        .filter((value) => value !== '');
      add(byName, attribute.attributes.get('Name'), values);
      add(byFriendlyName, attribute.attributes.get('FriendlyName'), values);
    }
  }
  return new Map([...byFriendlyName, ...byName]);
}

function add(map: Map<string, string[]>, name: string | undefined, values: readonly string[]): void {
  if (name) map.set(name, [...(map.get(name) ?? []), ...values]);
}

function readEmail(
  attributes: Attributes,
  configured: string | undefined,
  nameIdEmail: string | undefined,
): string {
  const candidates = configured
    ? valuesOf(attributes, [configured])
    : [...valuesOf(attributes, emailAttributes), ...(nameIdEmail ? [nameIdEmail] : [])];
  const [candidate] = candidates;
  if (candidate === undefined) {
    const names = [...attributes.keys()]
      .map((name) => name.slice(0, 100))
      .join(', ')
      .slice(0, 500);
    throw new SignInRefused(
      'email_missing',
      configured
        ? `The assertion has no attribute ${configured}; it has: ${names || 'none'}`
        : `The assertion has no e-mail address; its attributes are: ${names || 'none'}`,
      {
        reason: {
          key: 'email-attribute',
          found: names || 'none',
          expected: configured ?? emailAttributes.join(', '),
        },
      },
    );
  }
  const email = normalizeEmail(candidate);
  if (!email) {
    const found = candidate.slice(0, 200);
    throw new SignInRefused('email_missing', `${found} is not an e-mail address`, {
      reason: { key: 'email-attribute', found, ...(configured !== undefined && { expected: configured }) },
    });
  }
  return email;
}

// Some providers send the sign-in name as the name: anything that is no e-mail address is better.
function readName(attributes: Attributes, configured: string | undefined): string | null {
  const first = (names: readonly string[]) => cleanDisplayName(valuesOf(attributes, names)[0] ?? '');
  if (configured) return first([configured]) || null;
  const both = `${first(givenAttributes)} ${first(surnameAttributes)}`.trim();
  const candidates = [...nameAttributes.map((name) => first([name])), both].filter((name) => name !== '');
  return candidates.find((name) => !name.includes('@')) ?? candidates[0] ?? null;
}

/** The values of the first of these attributes that has any. */
function valuesOf(attributes: Attributes, names: readonly string[]): readonly string[] {
  for (const name of names) {
    const values = attributes.get(name);
    if (values && values.length > 0) return values;
  }
  return [];
}
