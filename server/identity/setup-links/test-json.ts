import { type Static, Type } from '@fastify/type-provider-typebox';
import type { Provider } from '../providers/store.ts';
import { explanationSchema, personJson, personSchema, stepSchema } from '../traces/json.ts';
import type { Trace } from '../traces/store.ts';
import { outsideView } from './outside-view.ts';

const nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** What came of a test, as whoever has the set-up link sees it. */
export const setupTestSchema = Type.Object(
  {
    reference: Type.String(),
    outcome: Type.Enum(['succeeded', 'refused']),
    isUndecided: Type.Boolean({
      description: 'The address is in no domain of the provider: what becomes of the person is not shown',
    }),
    finishedAt: Type.String({ format: 'date-time' }),
    explanation: nullable(explanationSchema),
    steps: Type.Array(stepSchema),
    person: nullable(personSchema),
    result: nullable(
      Type.Object({
        organizations: Type.Array(Type.String()),
        portals: Type.Array(Type.String()),
      }),
    ),
    message: nullable(
      Type.String({ description: 'What the provider sent, decoded, without signatures, tokens and secrets' }),
    ),
  },
  { title: 'ProviderSetupTest' },
);

/** Shows a test to an outsider: what their provider said, and no more of this site than is theirs. */
export function setupTestJson(trace: Trace, provider: Provider, url: URL): Static<typeof setupTestSchema> {
  const { outcome, isUndecided, explanation, steps, result } = outsideView(trace, provider, url);
  const { reference, finishedAt, message, issued } = trace;
  return {
    reference,
    outcome,
    isUndecided,
    finishedAt: finishedAt.toISOString(),
    explanation,
    steps: [...steps],
    person: issued && personJson(issued.issuer, issued.assertion),
    result: result && { organizations: [...result.organizations], portals: [...result.portals] },
    message,
  };
}
