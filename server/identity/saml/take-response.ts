import type { FastifyRequest } from 'fastify';
import { inTransaction } from '../../platform/database/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { noteHome } from '../portal-domains/hand-over-journey.ts';
import { decryptionKeysOf } from '../provider-keys/keys.ts';
import { samlAddresses } from '../providers/addresses.ts';
import type { SamlProvider } from '../providers/store.ts';
import { type Attempt, answerAttempt, findAttempt, noteAttempt } from '../sign-in/attempts.ts';
import { requireUsable } from '../sign-in/complete.ts';
import { journeyHost } from '../sign-in/journey-host.ts';
import { noted, type SignInNotes } from '../sign-in/notes.ts';
import type { KnownSignIn } from '../sign-in/redirect-or-refuse.ts';
import { newReference } from '../sign-in/reference.ts';
import { SignInRefused } from '../sign-in/refusal.ts';
import { safeReturnTo } from '../sign-in/return-to.ts';
import { consumeAssertion } from './consumed-assertions.ts';
import { readResponse, type SamlExpectation, verifyResponse } from './verify.ts';

/**
 * Takes what was posted to an assertion consumer service: the answer to a request of ours, or a sign-in that began at the
 * provider.
 *
 * @returns where the browser goes on
 * @throws SignInRefused
 */
export async function takeResponse(
  platform: Platform,
  known: KnownSignIn,
  request: FastifyRequest,
): Promise<string> {
  const { body, site } = request;
  // A test goes on while the provider is disabled; which sign-in is one, its attempt tells.
  const { id } = requireUsable(known.provider, 'saml', 'test');
  const { samlResponse, relayState } = readForm(body);
  const isOurs = relayState !== null && /^[\w-]{43}$/.test(relayState);
  if (!isOurs) {
    const provider = requireUsable(known.provider, 'saml');
    return takeUnsolicited(platform, site, provider, samlResponse, relayState, known);
  }
  const attempt = await findAttempt(platform.db, relayState, id, journeyHost(request));
  known.returnTo = attempt.returnTo;
  noteAttempt(known.notes, attempt);
  await noteHome(platform, known, attempt);
  const provider = requireUsable(known.provider, 'saml', attempt.purpose);
  return takeAnswer(platform, site, provider, attempt, samlResponse, known.notes);
}

async function takeAnswer(
  platform: Platform,
  site: URL,
  provider: SamlProvider,
  attempt: Attempt,
  samlResponse: string,
  notes: SignInNotes,
): Promise<string> {
  const { db } = platform;
  const expectation = expectationOf(platform, site, provider, {
    id: attempt.challenge,
    sentAt: attempt.createdAt,
  });
  const shape = await readResponse(samlResponse, expectation, notes);
  const verified = await verifyResponse(shape, expectation, notes);
  await noted(notes, 'one-time', () =>
    inTransaction(db, async (trx) => {
      await consumeAssertion(trx, provider.id, verified.assertionId, verified.replayableUntil);
      // Kept for the next request as what it will be, once this is written.
      const steps = [...notes.steps, { name: 'one-time', outcome: 'passed', detail: null } as const];
      await answerAttempt(trx, attempt.id, verified.assertion, { steps, message: notes.message });
    }),
  );
  return `/sso/saml/${provider.id}/complete?state=${attempt.id}`;
}

/**
 * A sign-in that began at the provider, from a tile of its own. No session is opened from it, however valid it is: nothing
 * in it says that the person before this browser asked for it. Anybody who can sign in at the provider could have theirs
 * posted by somebody else's browser, who would then work, and file requests, in an account that is not their own (login
 * CSRF). So it is taken for what it says for certain, namely where the browser has a session, and an ordinary sign-in of our
 * own is begun there: with the session of this very browser, and without a question where there is one.
 *
 * The response is verified and used up all the same, so that nobody can send browsers to the provider who is not let in.
 */
async function takeUnsolicited(
  platform: Platform,
  site: URL,
  provider: SamlProvider,
  samlResponse: string,
  relayState: string | null,
  known: KnownSignIn,
): Promise<string> {
  const { config, db } = platform;
  const { notes } = known;
  notes.purpose = 'idp-initiated';
  const expectation = expectationOf(platform, site, provider, null);
  const shape = await readResponse(samlResponse, expectation, notes);
  if (shape.root.attributes.has('InResponseTo')) {
    notes.purpose = 'sign-in';
    throw new SignInRefused(
      'attempt_unknown',
      'The response answers a request, and its RelayState names no sign-in that was begun here: the provider has to send back the RelayState that it was given',
      { reason: { key: 'relay-state', found: relayState?.slice(0, 200) ?? 'none' } },
    );
  }
  if (!provider.settings.allowsIdpInitiated) {
    throw new SignInRefused(
      'idp_initiated_off',
      `The sign-in began at the provider, which is not switched on for ${provider.name}`,
      { reason: { key: 'idp-initiated' } },
    );
  }
  const destination = destinationOf(relayState, site);
  known.returnTo = destination;
  const verified = await verifyResponse(shape, expectation, notes);
  await noted(notes, 'one-time', () =>
    inTransaction(db, (trx) =>
      consumeAssertion(trx, provider.id, verified.assertionId, verified.replayableUntil),
    ),
  );
  const { loginPath } = samlAddresses(config.url, provider.id);
  const reference = newReference();
  notes.reference = reference;
  notes.finished = { accountId: null, result: null };
  return `${loginPath}?${new URLSearchParams({ ...(destination && { destination }), from: reference })}`;
}

/** Where a tile at the provider leads to: a path of this site, which administrators may have written as a whole address. */
function destinationOf(relayState: string | null, url: URL): string | null {
  if (relayState?.startsWith(`${url.origin}/`)) return safeReturnTo(relayState.slice(url.origin.length));
  return safeReturnTo(relayState);
}

function expectationOf(
  platform: Platform,
  site: URL,
  provider: SamlProvider,
  request: SamlExpectation['request'],
): SamlExpectation {
  const { config, db } = platform;
  return {
    url: config.url,
    site,
    provider,
    request,
    decryptionKeys: () => decryptionKeysOf(platform, db, provider.id),
  };
}

/**
 * The two fields of the POST binding, each once.
 * @throws SignInRefused response_invalid
 */
function readForm(body: unknown): { samlResponse: string; relayState: string | null } {
  const form = typeof body === 'object' && body !== null ? body : {};
  const samlResponse = 'SAMLResponse' in form ? form.SAMLResponse : undefined;
  const relayState = 'RelayState' in form ? form.RelayState : undefined;
  if (typeof samlResponse !== 'string') {
    throw new SignInRefused('response_invalid', 'The form has no SAMLResponse, or several', {
      reason: { key: 'shape' },
    });
  }
  if (relayState !== undefined && typeof relayState !== 'string') {
    throw new SignInRefused('response_invalid', 'The form has several RelayStates', {
      reason: { key: 'shape' },
    });
  }
  return { samlResponse, relayState: relayState || null };
}
