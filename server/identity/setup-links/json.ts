import { type Static, Type } from '@fastify/type-provider-typebox';
import { providerInputSchema, providerJson, providerSchema } from '../providers/json.ts';
import { isComplete, type Provider } from '../providers/store.ts';
import type { SetupLink } from './links.ts';
import type { SetupTest } from './setup-tests.ts';
import type { Submission, SubmittedSetup } from './submissions.ts';

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** That it was said to be filled in, as administrators see it. */
const submissionSchema = Type.Object(
  {
    at: Type.String(),
    version: nullable(Type.Integer({ description: 'Of the provider, as it was handed over' })),
    test: nullable(
      Type.Object(
        {
          outcome: Type.Enum(['succeeded', 'refused']),
          version: Type.Integer({ description: 'Of the provider, as it was tested' }),
        },
        { description: 'How the last test with the link had ended; null: there was none' },
      ),
    ),
  },
  { title: 'ProviderSetupSubmission' },
);

function submissionJson({ at, version, test }: Submission): Static<typeof submissionSchema> {
  return { at: at.toISOString(), version, test };
}

/** A provider that a customer's IT has handed over. */
export const submittedSetupSchema = Type.Object(
  {
    providerId: Type.String(),
    providerName: Type.String(),
    version: Type.Integer({ description: 'Of the provider as it is now' }),
    note: Type.String(),
    submitted: submissionSchema,
  },
  { title: 'SubmittedProviderSetup' },
);

export function submittedSetupJson(setup: SubmittedSetup): Static<typeof submittedSetupSchema> {
  return { ...setup, submitted: submissionJson(setup.submitted) };
}

/** A set-up link as administrators see it; its token is shown once, when it is made. */
export const setupLinkSchema = Type.Object(
  {
    id: Type.String(),
    note: Type.String(),
    createdBy: nullable(Type.String()),
    createdAt: Type.String(),
    expiresAt: Type.String(),
    isExpired: Type.Boolean(),
    lastUsedAt: nullable(Type.String()),
    submitted: nullable(submissionSchema),
  },
  { title: 'ProviderSetupLink' },
);

export function setupLinkJson(link: SetupLink): Static<typeof setupLinkSchema> {
  const { id, note, createdBy } = link;
  return {
    id,
    note,
    createdBy,
    createdAt: link.createdAt.toISOString(),
    expiresAt: link.expiresAt.toISOString(),
    isExpired: link.expiresAt.getTime() <= Date.now(),
    lastUsedAt: link.lastUsedAt?.toISOString() ?? null,
    submitted: link.submitted && submissionJson(link.submitted),
  };
}

const { domains, saml, oidc, oauth2 } = providerInputSchema.properties;

/** What a set-up link can change: nothing that says who may sign in, and no exception to a check. */
export const setupInputSchema = Type.Object(
  {
    domains,
    preset: Type.Optional(
      Type.String({ pattern: '^[a-z0-9-]{1,50}$', description: 'Which product it is; absent: as it was' }),
    ),
    saml: Type.Optional(
      Type.Omit(saml, ['weakAlgorithms', 'allowsIdpInitiated', 'requiresEncryption', 'reviewsMetadata'], {
        additionalProperties: false,
      }),
    ),
    oidc,
    oauth2,
    version: Type.Integer({ minimum: 1 }),
  },
  { additionalProperties: false },
);

export type SetupInput = Omit<Static<typeof setupInputSchema>, 'version'>;

const shown = providerSchema.properties;

/** A provider as whoever has a set-up link sees it. */
export const providerSetupSchema = Type.Object(
  {
    siteName: Type.String(),
    name: Type.String(),
    preset: Type.String(),
    protocol: shown.protocol,
    isEnabled: Type.Boolean({ description: 'It is in use: the link cannot change it any more' }),
    isComplete: Type.Boolean(),
    expiresAt: Type.String(),
    submittedAt: nullable(Type.String()),
    isSubmittedAsIs: Type.Boolean({ description: 'Nothing was changed since it was handed over' }),
    lastTest: nullable(
      Type.Object({
        reference: Type.String(),
        outcome: nullable(Type.Enum(['succeeded', 'refused'], { description: 'null: it has not ended' })),
        isCurrent: Type.Boolean({ description: 'The settings are still those that were tested' }),
      }),
    ),
    version: Type.Integer(),
    saml: shown.saml,
    oidc: shown.oidc,
    oauth2: shown.oauth2,
    ours: shown.ours,
    domainClaims: Type.Array(
      Type.Object({
        domain: Type.String(),
        isVerified: Type.Boolean(),
        verifiedBy: nullable(
          Type.Enum(['dns', 'site'], {
            description: 'Who proved it: a DNS record, or an administrator’s word',
          }),
        ),
        checkedAt: nullable(Type.String()),
        checkProblem: nullable(Type.String()),
        recordName: Type.String(),
        recordValue: Type.String(),
      }),
    ),
  },
  { title: 'ProviderSetup' },
);

/** Shows a provider to an outsider: its settings and what it must be told, no rules and no secret. */
export function providerSetupJson(
  provider: Provider,
  link: SetupLink,
  lastTest: SetupTest | null,
  { url, siteName }: { readonly url: URL; readonly siteName: string },
): Static<typeof providerSetupSchema> {
  const whole = providerJson(provider, url);
  const { name, preset, protocol, isEnabled, version, ours } = whole;
  return {
    siteName,
    name,
    preset,
    protocol,
    isEnabled,
    isComplete: isComplete(provider),
    expiresAt: link.expiresAt.toISOString(),
    submittedAt: link.submitted?.at.toISOString() ?? null,
    isSubmittedAsIs: link.submitted?.version === version,
    lastTest: lastTest && {
      reference: lastTest.reference,
      outcome: lastTest.outcome,
      isCurrent: lastTest.version === version,
    },
    version,
    ...(whole.saml && { saml: withoutExceptions(whole.saml) }),
    ...(whole.oidc && { oidc: whole.oidc }),
    ...(whole.oauth2 && { oauth2: whole.oauth2 }),
    ours,
    domainClaims: whole.domainClaims.map((claim) => ({
      domain: claim.domain,
      isVerified: claim.isVerified,
      verifiedBy: claim.verifiedBy === 'override' ? 'site' : claim.verifiedBy,
      checkedAt: claim.checkedAt,
      checkProblem: claim.checkProblem,
      recordName: claim.recordName,
      recordValue: claim.recordValue,
    })),
  };
}

function withoutExceptions(settings: NonNullable<Static<typeof providerSchema>['saml']>) {
  const { weakAlgorithms: _, allowsIdpInitiated: _i, reviewsMetadata: _r, ...others } = settings;
  const { requiresEncryption: _e, ...rest } = others;
  return rest;
}
