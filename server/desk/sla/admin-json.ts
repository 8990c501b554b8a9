import { type Static, Type } from 'typebox';
import { dateJson, dateSchema } from '../../platform/formats/dates.ts';
import { eventKinds, pauseKinds } from './definition.ts';
import { slaSchema } from './json.ts';
import { maxGoalMinutes } from './read-metric.ts';
import type { Recompute } from './recompute-desk.ts';
import type { SlaMetric } from './store.ts';

const jqlSchema = Type.String({ maxLength: 10_000 });
const statusIdsSchema = Type.Array(Type.String({ maxLength: 20 }), { maxItems: 100 });

const eventSchema = Type.Union(
  [
    Type.Object({ kind: Type.Enum([...eventKinds]) }, { additionalProperties: false }),
    Type.Object(
      { kind: Type.Enum(['status-entered', 'status-left']), statusIds: statusIdsSchema },
      { additionalProperties: false },
    ),
    Type.Object(
      { kind: Type.Enum(['jql-entered', 'jql-left']), jql: jqlSchema },
      { additionalProperties: false },
    ),
  ],
  {
    title: 'SlaEvent',
    description: 'jql-entered: the query comes to find the request; jql-left: it no longer does',
  },
);

const pauseSchema = Type.Union(
  [
    Type.Object({ kind: Type.Enum([...pauseKinds]) }, { additionalProperties: false }),
    Type.Object(
      { kind: Type.Literal('status'), statusIds: statusIdsSchema },
      { additionalProperties: false },
    ),
    Type.Object({ kind: Type.Literal('jql'), jql: jqlSchema }, { additionalProperties: false }),
  ],
  { title: 'SlaPause' },
);

const goalSchema = Type.Object(
  {
    jql: { ...jqlSchema, description: 'Empty in the last goal alone, which is for all other requests' },
    minutes: Type.Union([Type.Integer({ minimum: 1, maximum: maxGoalMinutes }), Type.Null()], {
      description: 'Working time; null: no goal',
    }),
    calendarId: Type.Union([Type.String({ maxLength: 20 }), Type.Null()], {
      description: 'Whose hours count; null: all hours do',
    }),
  },
  { title: 'SlaGoal', additionalProperties: false },
);

const definition = {
  starts: Type.Array(eventSchema, { maxItems: 30, description: 'Any of these starts the clock' }),
  stops: Type.Array(eventSchema, { maxItems: 30, description: 'Any of these stops it' }),
  pauses: Type.Array(pauseSchema, { maxItems: 30, description: 'While any of these is so, it stands still' }),
  goals: Type.Array(goalSchema, {
    minItems: 1,
    maxItems: 50,
    description: 'In order: the first whose query finds the request applies',
  }),
  warnMinutes: Type.Array(Type.Integer({ minimum: 1, maximum: maxGoalMinutes }), {
    maxItems: 5,
    description: 'Minutes of working time before it is due at which it is told of',
  }),
};

/** A metric as it is sent. */
export const metricInput = { name: Type.String({ maxLength: 1_000 }), ...definition };

/** Which requests are computed anew. */
export const scopeSchema = Type.Enum(['open', 'all'], {
  default: 'open',
  description: 'Which requests are computed anew: those that are not resolved, or all',
});

/** A service level as those know it who set it up. */
export const metricSchema = Type.Object(
  {
    id: Type.String({ description: 'The NNNNN of customfield_NNNNN' }),
    fieldId: Type.String({ description: 'customfield_NNNNN' }),
    serviceDeskId: Type.String(),
    name: Type.String(),
    ...definition,
    version: Type.Integer({ description: 'Send it with a change, so that nobody else’s is lost' }),
  },
  { title: 'SlaMetric' },
);

/** Shows a metric to those who set it up. */
export function metricJson(metric: SlaMetric): Static<typeof metricSchema> {
  const { fieldId, serviceDeskId, name, starts, stops, pauses, goals, warnMinutes, version } = metric;
  return {
    id: fieldId,
    fieldId: `customfield_${fieldId}`,
    serviceDeskId,
    name,
    starts: starts.map((event) => structuredClone(event)) as Static<typeof metricSchema>['starts'],
    stops: stops.map((event) => structuredClone(event)) as Static<typeof metricSchema>['stops'],
    pauses: pauses.map((pause) => structuredClone(pause)) as Static<typeof metricSchema>['pauses'],
    goals: goals.map((goal) => ({ ...goal })),
    warnMinutes: [...warnMinutes],
    version,
  };
}

const nullableDate = Type.Union([dateSchema, Type.Null()]);

/** Requests that are computed anew. */
export const recomputeSchema = Type.Object(
  {
    id: Type.String(),
    scope: Type.Enum(['open', 'all']),
    reason: Type.String({ description: 'In words' }),
    state: Type.Enum(['running', 'done', 'cancelled']),
    total: Type.Integer(),
    done: Type.Integer(),
    startedDate: dateSchema,
    finishedDate: nullableDate,
  },
  { title: 'SlaRecompute' },
);

/** Shows how far the computing anew of a desk's requests is. */
export function recomputeJson(
  { id, scope, reason, total, done, createdAt, cancelledAt, finishedAt }: Recompute,
  timeZone: string | null,
): Static<typeof recomputeSchema> {
  return {
    id,
    scope,
    reason,
    state: cancelledAt ? 'cancelled' : finishedAt ? 'done' : 'running',
    // requests may have come meanwhile
    total: Math.max(total, done),
    done,
    startedDate: dateJson(createdAt, timeZone),
    finishedDate: finishedAt && dateJson(finishedAt, timeZone),
  };
}

/** What a metric would say of a request, and what it says now. */
export const previewSchema = Type.Object(
  {
    values: Type.Array(
      Type.Object({
        issue: Type.Object({ id: Type.String(), key: Type.String(), summary: Type.String() }),
        before: Type.Union([slaSchema, Type.Null()], { description: 'As it is kept; null: it is new' }),
        after: slaSchema,
      }),
    ),
    openRequests: Type.Integer({ description: 'So many would be computed anew with the scope "open"' }),
    allRequests: Type.Integer({ description: 'The same with "all"' }),
  },
  { title: 'SlaPreview' },
);
