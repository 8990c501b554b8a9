import {
  type AuthenticationResponseJSON,
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import type { operations } from '../api/schema.d.ts';
import { PasskeyError } from './passkey-error.ts';

type Shown = NonNullable<operations['confirmSession']['requestBody']>['content']['application/json'];
type Made = NonNullable<operations['addPasskey']['requestBody']>['content']['application/json'];

/** What a passkey has answered, as the server takes it. */
export type PasskeyProof = NonNullable<Shown['passkey']>;
/** A passkey that was made, as the server takes it; its name is the person's affair. */
export type NewPasskey = Omit<Made, 'name'>;

/** A ceremony that the server has begun. */
export interface BegunCeremony {
  readonly token: string;
  readonly options: Record<string, unknown>;
}

/** Whether this browser knows passkeys at all; none does on a site without https. */
function knowsPasskeys(): boolean {
  return browserSupportsWebAuthn();
}

/**
 * Has the browser ask for a passkey.
 * @param isAutofill the browser offers it among what it fills in, instead of asking at once; ended by any later ceremony
 * @throws PasskeyError
 */
export async function askForPasskey(
  begin: () => Promise<BegunCeremony>,
  { isAutofill = false }: { readonly isAutofill?: boolean } = {},
): Promise<PasskeyProof> {
  if (!knowsPasskeys()) throw new PasskeyError('unsupported');
  const { token, options } = await begin();
  // the server made them for the browser; its API's description says only that they are an object
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
  let response: AuthenticationResponseJSON;
  try {
    response = await startAuthentication({ optionsJSON, useBrowserAutofill: isAutofill });
  } catch (error) {
    throw problemOf(error);
  }
  return { token, response: response as unknown as PasskeyProof['response'] };
}

/**
 * Has the browser make a passkey.
 * @throws PasskeyError
 */
export async function makePasskey(begin: () => Promise<BegunCeremony>): Promise<NewPasskey> {
  if (!knowsPasskeys()) throw new PasskeyError('unsupported');
  const { token, options } = await begin();
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
  try {
    const response = await startRegistration({ optionsJSON });
    return { token, response: response as unknown as NewPasskey['response'] };
  } catch (error) {
    throw problemOf(error);
  }
}

/** By the names that the specification gives (WebAuthn, sections 5.1.3 and 5.1.4). */
function problemOf(error: unknown): PasskeyError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return new PasskeyError('cancelled');
  if (name === 'InvalidStateError') return new PasskeyError('known');
  if (name === 'SecurityError' || name === 'NotSupportedError') return new PasskeyError('unsupported');
  return new PasskeyError('failed');
}
