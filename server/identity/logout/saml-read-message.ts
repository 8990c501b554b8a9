import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import type { SamlProvider } from '../providers/store.ts';
import { requireAlgorithm, signatureMethods } from '../saml/algorithms.ts';
import { childrenNamed, decodeResponse, everyTag, readTags, type Tag } from '../saml/lint.ts';
import { redactedXml } from '../saml/redact.ts';
import { checkSignatureShape, signatureNs } from '../saml/signature-shape.ts';
import type { SignInNotes } from '../sign-in/notes.ts';
import { LogoutRefused } from './refused.ts';

const protocolNs = 'urn:oasis:names:tc:SAML:2.0:protocol';

/** A logout message as it came, in one of its two bindings; its shape is checked, and nothing is verified. */
export interface LogoutMessage {
  readonly kind: 'SAMLRequest' | 'SAMLResponse';
  readonly binding: 'redirect' | 'post';
  readonly root: Tag;
  /** as the library takes it */
  readonly container: Readonly<Record<string, string>>;
  /** the part of the query that is signed, as it was received; '' by POST */
  readonly signedQuery: string;
  readonly relayState: string | null;
}

/** Largest message, decoded, in bytes. */
const maxBytes = 64 * 1024;
const inflate = promisify(inflateRaw);

/**
 * Reads a message of the HTTP-Redirect binding (SAML 2.0 Bindings, section 3.4). Its signature is in the query, over the
 * query's parameters as they were received: they are cut out of it here, each once, so that no parameter that only looks
 * like one of them is ever part of it.
 *
 * @param query what follows the `?`, untouched
 * @param notes are given the message as it may be shown
 * @throws LogoutRefused, LintError or SignInRefused
 */
export async function readRedirectMessage(
  query: string,
  provider: SamlProvider,
  notes: Pick<SignInNotes, 'message'>,
): Promise<LogoutMessage> {
  const raw = new Map<string, string>();
  for (const part of query.split('&')) {
    const name = part.split('=', 1)[0] ?? '';
    if (!['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg', 'Signature', 'SAMLEncoding'].includes(name))
      continue;
    if (raw.has(name)) throw new LogoutRefused(`The address names ${name} more than once`);
    raw.set(name, part);
  }
  const kind = kindOf([...raw.keys()]);
  const parameter = (name: string) => new URLSearchParams(raw.get(name) ?? '').get(name) ?? '';
  const encoding = parameter('SAMLEncoding');
  if (encoding !== '' && encoding !== 'urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE') {
    throw new LogoutRefused('The message is encoded in a way that is not taken (SAMLEncoding)');
  }
  const xml = await inflated(parameter(kind));
  notes.message = redactedXml(xml);
  if (!raw.has('Signature') || !raw.has('SigAlg')) throw unsigned(kind);
  requireAlgorithm(
    'The signature',
    parameter('SigAlg'),
    signatureMethods,
    'signature-algorithm',
    provider.settings,
  );
  const root = readTags(xml);
  if (everySignature(root).length > 0) {
    throw new LogoutRefused('The message has a signature inside, which its binding does not allow');
  }
  const container = {
    [kind]: parameter(kind),
    SigAlg: parameter('SigAlg'),
    Signature: parameter('Signature'),
  };
  const signedQuery = [kind, 'RelayState', 'SigAlg'].flatMap((name) => raw.get(name) ?? []).join('&');
  const relayState = raw.has('RelayState') ? parameter('RelayState') : null;
  return { kind, binding: 'redirect', root, container, signedQuery, relayState };
}

/**
 * Reads a message of the HTTP-POST binding (SAML 2.0 Bindings, section 3.5): signed once, as a whole, by an enveloped
 * signature.
 *
 * @param notes are given the message as it may be shown
 * @throws LogoutRefused, LintError or SignInRefused
 */
export function readPostMessage(
  form: unknown,
  provider: SamlProvider,
  notes: Pick<SignInNotes, 'message'>,
): LogoutMessage {
  const fields: ReadonlyMap<string, unknown> = new Map(Object.entries(form ?? {}));
  const kind = kindOf([...fields.keys()]);
  const message = fields.get(kind);
  const relayState = fields.get('RelayState') ?? null;
  if (typeof message !== 'string') throw new LogoutRefused(`The form names ${kind} more than once`);
  if (relayState !== null && typeof relayState !== 'string') {
    throw new LogoutRefused('The form names RelayState more than once');
  }
  const xml = decodeResponse(message);
  if (Buffer.byteLength(xml) > maxBytes) throw tooLarge();
  notes.message = redactedXml(xml);
  const root = readTags(xml);
  const [signature, ...more] = everySignature(root);
  if (!signature) throw unsigned(kind);
  if (more.length > 0 || signature.parent !== root || signature.namespace !== signatureNs) {
    throw new LogoutRefused('There is a signature where none belongs');
  }
  checkSignatureShape(signature, root, provider.settings);
  const container = { [kind]: Buffer.from(xml, 'utf8').toString('base64') };
  return { kind, binding: 'post', root, container, signedQuery: '', relayState };
}

/** Which of the two a message is: it can be one only. */
function kindOf(names: readonly string[]): LogoutMessage['kind'] {
  const kinds = (['SAMLRequest', 'SAMLResponse'] as const).filter((name) => names.includes(name));
  const [kind] = kinds;
  if (!kind || kinds.length > 1) {
    throw new LogoutRefused(kind ? 'It is a request and a response at once' : 'There is no SAML message');
  }
  return kind;
}

async function inflated(base64: string): Promise<string> {
  const compact = base64.replace(/\s/g, '');
  if (compact === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) {
    throw new LogoutRefused('The message is not base64');
  }
  let bytes: Buffer;
  try {
    bytes = await inflate(Buffer.from(compact, 'base64'), { maxOutputLength: maxBytes });
  } catch (error) {
    const isLarge = error instanceof RangeError;
    throw isLarge
      ? tooLarge()
      : new LogoutRefused('The message is not compressed properly', { cause: error });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new LogoutRefused('The message is not UTF-8 text', { cause: error });
  }
}

function unsigned(kind: LogoutMessage['kind']): LogoutRefused {
  const name = kind === 'SAMLRequest' ? 'LogoutRequest' : 'LogoutResponse';
  return new LogoutRefused(`The ${name} is not signed`, { reason: { key: 'logout-unsigned' } });
}

function tooLarge(): LogoutRefused {
  return new LogoutRefused(`The message is larger than ${maxBytes / 1024} kB`);
}

function everySignature(root: Tag): Tag[] {
  return [...everyTag(root)].filter(({ name }) => /^signature$/i.test(name));
}

/** The one child of this name; null when there is none. */
export function oneChild(root: Tag, namespace: string, name: string): Tag | null {
  const found = childrenNamed(root, namespace, name);
  if (found.length > 1) throw new LogoutRefused(`${root.name} has ${found.length} elements ${name}`);
  return found[0] ?? null;
}

/** All children of the protocol's namespace with this name. */
export function protocolChildren(root: Tag, name: string): Tag[] {
  return childrenNamed(root, protocolNs, name);
}

/** Whether a tag is this element of the protocol. */
export function isProtocolElement(tag: Tag, name: string): boolean {
  return tag.name === name && tag.namespace === protocolNs;
}
