import { type Static, Type } from '@fastify/type-provider-typebox';
import type { Provider } from '../providers/store.ts';
import type { Assertion } from '../sign-in/assertion.ts';
import { type Explanation, explainRefusal } from './explain.ts';
import { isReplayable, type Replay } from './replay.ts';
import type { Trace } from './store.ts';

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const text = nullable(Type.String());
const outcome = Type.Enum(['succeeded', 'refused']);
/** What an entry of the sign-in log is about. */
export const purposeSchema = Type.Enum(['sign-in', 'test', 'logout', 'idp-initiated']);
const named = Type.Object({ id: Type.String(), name: Type.String() });

export const explanationSchema = Type.Object(
  {
    problem: Type.String({ description: 'What was wrong, in a sentence' }),
    fix: Type.String({ description: 'What will most likely mend it, and where' }),
  },
  { title: 'SignInExplanation' },
);

export const stepSchema = Type.Object(
  {
    name: Type.String(),
    outcome: Type.Enum(['passed', 'failed', 'skipped']),
    detail: text,
  },
  { title: 'SignInStep' },
);

export const personSchema = Type.Object(
  {
    issuer: Type.String(),
    subject: Type.String(),
    email: Type.String(),
    emailVerified: Type.Boolean(),
    displayName: text,
    groups: Type.Array(Type.String()),
    groupsAreComplete: Type.Boolean({ description: 'false: the provider left groups out' }),
    claims: Type.Record(Type.String(), Type.Unknown(), { description: 'All claims or attributes' }),
  },
  { title: 'AssertedPerson' },
);

const resultSchema = Type.Object(
  {
    accountId: nullable(Type.String({ description: 'null: a new account' })),
    displayName: Type.String(),
    email: text,
    organizations: Type.Array(named),
    portals: Type.Array(named),
  },
  { title: 'SignInResult' },
);

/** One line of the sign-in log. */
export const traceSummarySchema = Type.Object(
  {
    reference: Type.String(),
    purpose: purposeSchema,
    outcome,
    code: nullable(Type.String({ description: 'Why it was refused' })),
    problem: nullable(Type.String({ description: 'The same, in a sentence' })),
    email: text,
    subject: text,
    address: text,
    finishedAt: Type.String({ format: 'date-time' }),
  },
  { title: 'SignInLogEntry' },
);

/** All that is kept of one sign-in or test. */
export const traceSchema = Type.Object(
  {
    ...traceSummarySchema.properties,
    userAgent: text,
    steps: Type.Array(stepSchema),
    explanation: nullable(explanationSchema),
    message: nullable(
      Type.String({ description: 'What the provider sent, decoded, without signatures, tokens and secrets' }),
    ),
    person: nullable(personSchema),
    result: nullable(resultSchema),
    begunBy: nullable(
      Type.String({ description: 'Reference of the sign-in at the provider that it goes on from' }),
    ),
    wentOnAs: nullable(
      Type.String({
        description: 'Reference of the sign-in that went on from this one, which began at the provider',
      }),
    ),
    isReplayable: Type.Boolean(),
  },
  { title: 'SignInTrace' },
);

/** What a sign-in of the past would become. */
export const replaySchema = Type.Object(
  {
    outcome,
    code: text,
    explanation: nullable(explanationSchema),
    steps: Type.Array(stepSchema),
    person: nullable(personSchema),
    result: nullable(resultSchema),
  },
  { title: 'SignInReplay' },
);

export function traceSummaryJson(
  trace: Trace,
  provider: Provider,
  url: URL,
): Static<typeof traceSummarySchema> {
  return {
    reference: trace.reference,
    purpose: trace.purpose,
    outcome: trace.outcome,
    code: trace.code,
    problem: explanationOf(trace, provider, url)?.problem ?? null,
    email: trace.email,
    subject: trace.subject,
    address: trace.address,
    finishedAt: trace.finishedAt.toISOString(),
  };
}

/** @param wentOnAs reference of the sign-in that went on from it */
export function traceJson(
  trace: Trace,
  provider: Provider,
  url: URL,
  wentOnAs: string | null,
): Static<typeof traceSchema> {
  return {
    ...traceSummaryJson(trace, provider, url),
    userAgent: trace.userAgent,
    steps: [...trace.steps],
    explanation: explanationOf(trace, provider, url),
    message: trace.message,
    person: trace.issued && personJson(trace.issued.issuer, trace.issued.assertion),
    result: trace.result && resultJson(trace.result),
    begunBy: trace.begunBy,
    wentOnAs,
    isReplayable: isReplayable(trace),
  };
}

export function replayJson(
  { assertion, steps, result, refusal }: Replay,
  issuer: string,
  provider: Provider,
  url: URL,
): Static<typeof replaySchema> {
  return {
    outcome: refusal ? 'refused' : 'succeeded',
    code: refusal?.code ?? null,
    explanation: refusal && explainRefusal(provider, url, refusal),
    steps: [...steps],
    person: assertion && personJson(issuer, assertion),
    result: result && resultJson(result),
  };
}

function explanationOf(trace: Trace, provider: Provider, url: URL): Explanation | null {
  const { code, detail, reason } = trace;
  return code === null ? null : explainRefusal(provider, url, { code, detail: detail ?? code, reason });
}

export function personJson(issuer: string, assertion: Assertion): Static<typeof personSchema> {
  const { subject, email, emailVerified, displayName, groups, groupsAreComplete, raw } = assertion;
  return {
    issuer,
    subject,
    email,
    emailVerified,
    displayName,
    groups: [...groups],
    groupsAreComplete,
    claims: raw,
  };
}

function resultJson(result: NonNullable<Trace['result']>): Static<typeof resultSchema> {
  return { ...result, organizations: [...result.organizations], portals: [...result.portals] };
}
