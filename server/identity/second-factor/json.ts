import { Type } from '@fastify/type-provider-typebox';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { ShownFactor } from './prove.ts';

export const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const time = Type.String({ format: 'date-time' });
const base64url = Type.String({ pattern: '^[A-Za-z0-9_-]*$', maxLength: 20_000 });

/** What a browser makes of a passkey ceremony; the rest of it is for the browser (WebAuthn, section 5.1). */
const authenticationSchema = Type.Object({
  id: base64url,
  rawId: base64url,
  type: Type.Literal('public-key'),
  response: Type.Object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: Type.Optional(base64url),
  }),
  authenticatorAttachment: Type.Optional(Type.String({ maxLength: 50 })),
  clientExtensionResults: Type.Object({}),
});

const registrationSchema = Type.Object({
  id: base64url,
  rawId: base64url,
  type: Type.Literal('public-key'),
  response: Type.Object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: Type.Optional(Type.Array(Type.String({ maxLength: 50 }), { maxItems: 10 })),
  }),
  authenticatorAttachment: Type.Optional(Type.String({ maxLength: 50 })),
  clientExtensionResults: Type.Object({}),
});

const ceremonyToken = Type.String({ pattern: '^[\\w-]{43}$' });

export const passkeyProofSchema = Type.Object({ token: ceremonyToken, response: authenticationSchema });
export const newPasskeySchema = Type.Object({
  token: ceremonyToken,
  response: registrationSchema,
  name: Type.String({ minLength: 1, maxLength: 100 }),
});

/** A ceremony that has begun; its options are for the browser. */
export const begunSchema = Type.Object({
  token: Type.String(),
  options: Type.Unsafe<Record<string, unknown>>({
    type: 'object',
    additionalProperties: true,
    description: 'For navigator.credentials, as JSON (WebAuthn Level 3, section 5.1.8)',
  }),
});

/** One second factor; a body has one of them. */
export const shownFactorProperties = {
  totp: Type.Optional(
    Type.String({ minLength: 1, maxLength: 20, description: 'Six digits of an authenticator app' }),
  ),
  recoveryCode: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
  passkey: Type.Optional(passkeyProofSchema),
};

interface ShownFactorBody {
  readonly totp?: string;
  readonly recoveryCode?: string;
  readonly passkey?: { readonly token: string; readonly response: object };
}

/** The factor that a body shows, or null when it shows none. */
export function shownFactor({ totp, recoveryCode, passkey }: ShownFactorBody): ShownFactor | null {
  if (totp !== undefined) return { totp };
  if (recoveryCode !== undefined) return { recoveryCode };
  // The schema has looked at what is read of it; the library looks at the rest.
  if (passkey)
    return { passkey: { token: passkey.token, response: passkey.response as AuthenticationResponseJSON } };
  return null;
}

/** What a browser made of a new passkey. */
export function registrationOf(response: object): RegistrationResponseJSON {
  return response as RegistrationResponseJSON;
}

export const ownFactorSchema = Type.Object({
  id: Type.String(),
  kind: Type.Union([Type.Literal('totp'), Type.Literal('passkey')]),
  name: Type.String(),
  createdAt: time,
  lastUsedAt: orNull(time),
});

export const trustedDeviceSchema = Type.Object({
  id: Type.String(),
  browser: orNull(Type.String({ description: 'As it says of itself' })),
  system: orNull(Type.String()),
  address: orNull(Type.String()),
  createdAt: time,
  lastUsedAt: orNull(time),
  expiresAt: time,
});

export const factorSettingsProperties = {
  allowsTotp: Type.Boolean(),
  allowsPasskeys: Type.Boolean(),
  allowsMail: Type.Boolean({ description: 'A code by e-mail, for those who have set up nothing else' }),
  allowsPasswordless: Type.Boolean({
    description: 'A passkey that verifies the person signs in without a password',
  }),
  rememberDays: Type.Integer({ minimum: 0, maximum: 365, description: '0: no browser is remembered' }),
};

export const requirementSchema = Type.Union(
  [Type.Literal('off'), Type.Literal('optional'), Type.Literal('required')],
  { description: 'off: never asked for; optional: of those who set one up; required: of everybody' },
);

/** `2026-11-24T…` in place of a Date. */
export function factorJson<T extends { readonly createdAt: Date; readonly lastUsedAt: Date | null }>(
  factor: T,
) {
  return {
    ...factor,
    createdAt: factor.createdAt.toISOString(),
    lastUsedAt: factor.lastUsedAt?.toISOString() ?? null,
  };
}
