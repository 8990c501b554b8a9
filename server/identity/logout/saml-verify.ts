import { samlAddresses } from '../providers/addresses.ts';
import type { SamlProvider } from '../providers/store.ts';
import { everyTag, type Tag } from '../saml/lint.ts';
import { assertionNs } from '../saml/parts.ts';
import { requireTime } from '../saml/times.ts';
import { LogoutRefused } from './refused.ts';
import { logoutLibrary } from './saml-library.ts';
import { isProtocolElement, type LogoutMessage, oneChild, protocolChildren } from './saml-read-message.ts';

/** A provider's verified wish to end sessions. */
export interface LogoutRequestFacts {
  readonly id: string;
  /** as sign-ins have it */
  readonly subject: string;
  /** undefined: all sessions of the person */
  readonly sessionIndexes?: readonly string[];
  readonly replayableUntil: Date;
}

/** Messages are taken for this long after they were made, in milliseconds. */
const maxAgeMs = 5 * 60_000;

const emailFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
const success = 'urn:oasis:names:tc:SAML:2.0:status:Success';

/**
 * Verifies a LogoutRequest (SAML 2.0 Core, section 3.7.1): signed with a certificate that is configured, by this issuer,
 * destined for this address, made just now.
 *
 * @throws LogoutRefused, LintError or SignInRefused
 */
export async function verifyLogoutRequest(
  url: URL,
  provider: SamlProvider,
  message: LogoutMessage,
): Promise<LogoutRequestFacts> {
  const { root } = message;
  const { id, madeAt } = checkMessage(url, provider, root, 'LogoutRequest');
  const saml = logoutLibrary({ url, provider, own: null });
  const found = await throughLibrary(() =>
    message.binding === 'redirect'
      ? saml.validateRedirectAsync({ ...message.container }, message.signedQuery)
      : saml.validatePostRequestAsync({ ...message.container }),
  );
  if (oneChild(root, assertionNs, 'EncryptedID')) {
    throw new LogoutRefused(
      'The person is named encrypted (EncryptedID), which is not taken: send a NameID',
      {
        reason: { key: 'logout-encrypted-id' },
      },
    );
  }
  const nameId = oneChild(root, assertionNs, 'NameID');
  const name = nameId?.text.trim() ?? '';
  if (!nameId || name === '' || nameId.children.length > 0) {
    throw new LogoutRefused('The request names nobody (NameID)', { reason: { key: 'logout-shape' } });
  }
  // Two readers that do not agree on who is meant would be one that was tricked.
  if (found.profile?.nameID?.trim() !== name || found.profile.ID !== id) {
    throw new LogoutRefused('The request can be read in two ways');
  }
  const indexes = protocolChildren(root, 'SessionIndex').map(({ text }) => text.trim());
  return {
    id,
    subject: nameId.attributes.get('Format') === emailFormat ? name.toLowerCase() : name,
    ...(indexes.length > 0 && { sessionIndexes: indexes }),
    replayableUntil: new Date(madeAt + maxAgeMs + 2 * provider.clockSkewSeconds * 1000),
  };
}

/**
 * Verifies the answer to a LogoutRequest of ours (SAML 2.0 Core, section 3.7.2).
 *
 * @param answers id and time of that request
 * @throws LogoutRefused, LintError or SignInRefused
 */
export async function verifyLogoutResponse(
  url: URL,
  provider: SamlProvider,
  message: LogoutMessage,
  answers: { readonly id: string; readonly sentAt: Date },
): Promise<void> {
  const { root } = message;
  checkMessage(url, provider, root, 'LogoutResponse');
  if (root.attributes.get('InResponseTo') !== answers.id) {
    throw new LogoutRefused('The response does not answer our request (InResponseTo)', {
      reason: { key: 'logout-unknown' },
    });
  }
  const status = protocolChildren(root, 'Status')[0];
  const code = status ? protocolChildren(status, 'StatusCode')[0]?.attributes.get('Value') : undefined;
  if (code !== success) {
    const found = (code ?? 'without a status').slice(0, 200);
    throw new LogoutRefused(`The provider answered ${found}`, { reason: { key: 'logout-status', found } });
  }
  if (message.binding === 'redirect') {
    const saml = logoutLibrary({ url, provider, own: answers });
    await throughLibrary(() => saml.validateRedirectAsync({ ...message.container }, message.signedQuery));
  } else {
    // It looks for InResponseTo in sign-in responses only; that is compared above.
    const saml = logoutLibrary({ url, provider, own: null });
    await throughLibrary(() => saml.validatePostResponseAsync({ ...message.container }));
  }
}

/** What both kinds have in common. Says nothing about whether the signature holds. */
function checkMessage(
  url: URL,
  provider: SamlProvider,
  root: Tag,
  name: 'LogoutRequest' | 'LogoutResponse',
): { id: string; madeAt: number } {
  if (!isProtocolElement(root, name) || root.attributes.get('Version') !== '2.0') {
    throw new LogoutRefused(`The message is no ${name} of SAML 2.0`);
  }
  const id = root.attributes.get('ID') ?? '';
  if (!/^[A-Za-z_][\w.-]{0,250}$/.test(id)) throw new LogoutRefused(`The ${name} has no proper ID`);
  const ids = [...everyTag(root)].flatMap(({ attributes }) =>
    [...attributes].filter(([key]) => /^(.*:)?id$/i.test(key)),
  );
  if (ids.length > 1) throw new LogoutRefused('More than one element has an ID');
  const issuer = oneChild(root, assertionNs, 'Issuer')?.text.trim();
  if (issuer !== provider.issuer) {
    const shown = issuer?.slice(0, 200) ?? 'nobody';
    throw new LogoutRefused(`The ${name} is of ${shown}, not of ${provider.issuer} (Issuer)`, {
      reason: { key: 'issuer', found: shown, expected: provider.issuer },
    });
  }
  const { logoutUrl } = samlAddresses(url, provider.id);
  const destination = root.attributes.get('Destination');
  if (destination !== logoutUrl) {
    const shown = destination?.slice(0, 200) ?? 'nowhere';
    throw new LogoutRefused(`The ${name} is destined for ${shown}, not for ${logoutUrl} (Destination)`, {
      reason: { key: 'logout-destination', found: shown, expected: logoutUrl },
    });
  }
  const madeAt = requireTime(root, 'IssueInstant');
  const skewMs = provider.clockSkewSeconds * 1000;
  const now = Date.now();
  if (madeAt < now - maxAgeMs - skewMs || madeAt > now + skewMs) {
    throw new LogoutRefused(
      `The ${name} was made at ${new Date(madeAt).toISOString()}, which is not now (IssueInstant)`,
      { reason: { key: 'clock' } },
    );
  }
  if (root.attributes.has('NotOnOrAfter') && requireTime(root, 'NotOnOrAfter') <= now - skewMs) {
    throw new LogoutRefused(`The ${name} has expired (NotOnOrAfter)`, { reason: { key: 'clock' } });
  }
  return { id, madeAt };
}

/** What the library does not take is refused, in its words. */
async function throughLibrary<T>(check: () => Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    const words = error instanceof Error ? error.message.slice(0, 300) : 'not valid';
    throw new LogoutRefused(`The message is refused: ${words}`, {
      cause: error,
      reason: { key: 'logout-signature' },
    });
  }
}
