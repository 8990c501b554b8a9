import { readCertificate } from '../providers/certificates.ts';
import type { SamlBinding } from '../providers/settings.ts';
import { problemOfAddress } from '../providers/validate-address.ts';
import { childrenNamed, type Tag } from '../saml/lint.ts';
import type { LogoutAddress, MetadataContent } from './content.ts';
import { attributeOf, metadataChildren, textOf } from './elements.ts';
import { chooseEntity } from './entity.ts';
import { parseMetadata } from './gate.ts';
import { MetadataProblem } from './problem.ts';

const signatureNs = 'http://www.w3.org/2000/09/xmldsig#';
const bindings: Readonly<Record<string, SamlBinding>> = {
  'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect': 'redirect',
  'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST': 'post',
};
const maxCertificates = 10;

export interface ReadOptions {
  /** private and plain-HTTP addresses may be named (config.allowsPrivateProviders) */
  readonly allowsPrivate: boolean;
  /** which one, where the document describes several */
  readonly entityId?: string;
  /** where it describes one only, that is taken whatever its entity id is */
  readonly isOnlyPreferred?: boolean;
  readonly now?: Date;
}

/**
 * Reads the metadata of a SAML identity provider (SAML 2.0 Metadata, sections 2.3 and 2.4.3). A signature in it is not
 * checked: it proves nothing that the way it came does not, since the key is in the same document.
 *
 * @throws MetadataProblem
 */
export function readMetadata(text: string, options: ReadOptions): MetadataContent {
  const { entity, role, validUntil, cacheSeconds } = chooseEntity(parseMetadata(text), options);
  const now = options.now ?? new Date();
  if (validUntil && validUntil <= now) {
    throw new MetadataProblem(
      `This metadata has been invalid since ${validUntil.toISOString().slice(0, 10)} (its validUntil). Get the present one from the provider.`,
    );
  }
  const notes: string[] = [];
  const entityId = attributeOf(entity, 'entityID') ?? '';
  if (entityId === '' || entityId.length > 1024 || /\s/.test(entityId)) {
    throw new MetadataProblem('Its entity id is missing, longer than 1024 characters, or has spaces in it.');
  }
  return {
    entityId,
    signOn: readSignOn(role, options.allowsPrivate, notes),
    logout: readLogout(role, options.allowsPrivate, notes),
    certificates: readCertificates(role, notes),
    wantsSignedRequests: isTrue(attributeOf(role, 'WantAuthnRequestsSigned')),
    nameIdFormats: metadataChildren(role, 'NameIDFormat').map(textOf).filter(Boolean).slice(0, 20),
    validUntil: validUntil?.toISOString() ?? null,
    cacheSeconds,
    notes,
  };
}

function readSignOn(role: Tag, allowsPrivate: boolean, notes: string[]): MetadataContent['signOn'] {
  const found: { [binding in SamlBinding]?: string } = {};
  const services = metadataChildren(role, 'SingleSignOnService');
  const problems: string[] = [];
  for (const service of services) {
    const binding = bindings[attributeOf(service, 'Binding') ?? ''];
    if (!binding) continue;
    const location = attributeOf(service, 'Location') ?? '';
    const problem = problemOfLocation(location, allowsPrivate);
    if (problem) problems.push(`The sign-on address ${quoted(location)} is not taken: ${problem}`);
    else found[binding] ??= location;
  }
  if (!found.redirect && !found.post) {
    throw new MetadataProblem(
      problems[0] ??
        (services.length > 0
          ? 'Its sign-on addresses use neither HTTP-Redirect nor HTTP-POST, which are the bindings that browsers speak.'
          : 'It has no sign-on address (SingleSignOnService).'),
    );
  }
  notes.push(...problems);
  return found;
}

function readLogout(role: Tag, allowsPrivate: boolean, notes: string[]): MetadataContent['logout'] {
  const found: { [binding in SamlBinding]?: LogoutAddress } = {};
  for (const service of metadataChildren(role, 'SingleLogoutService')) {
    const binding = bindings[attributeOf(service, 'Binding') ?? ''];
    if (!binding) continue;
    const url = attributeOf(service, 'Location') ?? '';
    const response = attributeOf(service, 'ResponseLocation');
    const problem =
      problemOfLocation(url, allowsPrivate) ?? (response ? problemOfLocation(response, allowsPrivate) : null);
    if (problem) notes.push(`The logout address ${quoted(url)} is left out: ${problem}`);
    else found[binding] ??= { url, responseUrl: response && response !== url ? response : null };
  }
  return found;
}

function readCertificates(role: Tag, notes: string[]): string[] {
  const keys = metadataChildren(role, 'KeyDescriptor');
  const signing = keys.filter((key) => attributeOf(key, 'use') !== 'encryption');
  const found = new Set<string>();
  const problems: string[] = [];
  for (const key of signing) {
    const texts = childrenNamed(key, signatureNs, 'KeyInfo')
      .flatMap((info) => childrenNamed(info, signatureNs, 'X509Data'))
      .flatMap((data) => childrenNamed(data, signatureNs, 'X509Certificate'))
      .map(textOf);
    for (const text of texts) {
      const read = readCertificate(text);
      if ('pem' in read) found.add(read.pem);
      else problems.push(read.problem);
    }
  }
  if (found.size === 0) {
    if (problems.length > 0) {
      throw new MetadataProblem(
        `None of its ${problems.length === 1 ? 'signing certificates' : `${problems.length} signing certificates`} can be taken: ${problems[0]}`,
      );
    }
    throw new MetadataProblem(
      signing.length === 0 && keys.length > 0
        ? 'It has certificates for encryption only, and none with which responses are signed. Ask the provider for metadata with its signing certificate.'
        : 'It has no signing certificate. Without one, nothing that the provider says can be checked.',
    );
  }
  if (found.size > maxCertificates) {
    throw new MetadataProblem(
      `It has ${found.size} signing certificates; at most ${maxCertificates} are taken.`,
    );
  }
  for (const problem of new Set(problems)) notes.push(`A signing certificate is left out: ${problem}`);
  return [...found];
}

function problemOfLocation(location: string, allowsPrivate: boolean): string | null {
  if (location.length > 2000) return 'It is longer than 2000 characters.';
  return problemOfAddress(location, allowsPrivate);
}

function isTrue(text: string | null): boolean {
  return text === 'true' || text === '1';
}

function quoted(text: string): string {
  return `“${text.length > 100 ? `${text.slice(0, 100)}…` : text}”`;
}
