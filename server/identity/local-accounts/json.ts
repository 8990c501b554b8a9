import { type Static, Type } from '@fastify/type-provider-typebox';
import { maxDisplayNameLength } from '../accounts/accounts.ts';
import type { OpenedSignIn } from '../sign-in/open-session.ts';
import type { Invitation } from './invitation-store.ts';
import { type KeptSignUpPolicy, signUpKinds } from './policy.ts';

export const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const emailSchema = Type.String({ minLength: 1, maxLength: 320 });
export const portalIdSchema = Type.String({ pattern: '^\\d{1,18}$', description: 'Id of a portal' });
export const destinationSchema = Type.String({
  maxLength: 2000,
  description: 'Where to go afterwards; a path of this site, which also tells the portal',
});
export const localeSchema = Type.Enum(['en', 'de'], { description: 'The language of mail' });
/** Long ones are refused by the rules, which say so better. */
export const newPasswordSchema = Type.String({ minLength: 1, maxLength: 1000 });
export const tokenSchema = Type.String({
  minLength: 1,
  maxLength: 100,
  description: 'What follows the # in the link from the mail',
});

export const joiningSchema = Type.Object(
  {
    token: tokenSchema,
    displayName: Type.String({ minLength: 1, maxLength: maxDisplayNameLength }),
    password: newPasswordSchema,
  },
  { additionalProperties: false },
);

export const signedInSchema = Type.Object({
  url: Type.String({ description: 'Where to go on, on this site; the second factor may come first' }),
});

/** Gives the browser its cookies, and says where it goes on. */
export function sendOpened(
  reply: { header(name: string, value: string): unknown },
  opened: OpenedSignIn,
): Static<typeof signedInSchema> {
  for (const cookie of opened.cookies) reply.header('set-cookie', cookie);
  return { url: opened.path };
}

const whoSchema = Type.Enum([...signUpKinds], {
  description:
    'Who may make an account with a password: nobody, whom somebody invited, people of the domains, everybody; each includes those before it',
});

export const signUpPolicyProperties = {
  who: orNull(whoSchema),
  domains: Type.Array(Type.String({ minLength: 1, maxLength: 253 }), { maxItems: 200 }),
};

export const signUpPolicySchema = Type.Object(
  {
    ...signUpPolicyProperties,
    version: Type.Integer({ description: '0: nothing was ever decided' }),
    siteWho: whoSchema,
    isClosed: Type.Boolean({
      description: 'The portal requires a company’s login, so nobody may, whatever is decided here',
    }),
  },
  { title: 'SignUpPolicy' },
);

export function signUpPolicyJson(
  { who, domains, version }: KeptSignUpPolicy,
  site: KeptSignUpPolicy,
  isClosed: boolean,
): Static<typeof signUpPolicySchema> {
  return { who, domains: [...domains], version, siteWho: site.who ?? 'nobody', isClosed };
}

const namedSchema = orNull(Type.Object({ id: Type.String(), name: Type.String() }));

export const invitationSchema = Type.Object(
  {
    id: Type.String(),
    email: Type.String(),
    state: Type.Enum(['pending', 'expired', 'accepted', 'revoked']),
    portal: namedSchema,
    organization: namedSchema,
    note: Type.String(),
    requiresSecondFactor: Type.Boolean(),
    invitedBy: orNull(Type.String()),
    createdAt: Type.String({ format: 'date-time' }),
    sentAt: Type.String({ format: 'date-time' }),
    expiresAt: Type.String({ format: 'date-time' }),
    acceptedAt: orNull(Type.String({ format: 'date-time' })),
    accountId: orNull(Type.String({ description: 'Of whoever accepted it' })),
  },
  { title: 'Invitation' },
);

export function invitationJson(invitation: Invitation): Static<typeof invitationSchema> {
  return {
    id: invitation.id,
    email: invitation.email,
    state: invitation.state,
    portal: invitation.portal,
    organization: invitation.organization,
    note: invitation.note,
    requiresSecondFactor: invitation.requiresSecondFactor,
    invitedBy: invitation.invitedBy?.name ?? null,
    createdAt: invitation.createdAt.toISOString(),
    sentAt: invitation.sentAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
    acceptedAt: invitation.acceptedAt?.toISOString() ?? null,
    accountId: invitation.accountId,
  };
}
