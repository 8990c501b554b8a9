import { type Static, Type } from 'typebox';
import { accountIdPattern, idPattern } from '../addresses.ts';

/** Most statuses of a workflow, and most transitions. */
export const maxStatuses = 100;
export const maxTransitions = 300;

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false };
const statusId = Type.String({ pattern: idPattern });
const transitionId = Type.String({
  pattern: '^(new-[A-Za-z0-9-]{1,40}|[1-9][0-9]{0,17})$',
  description: 'Of a transition that is not published yet: new- and whatever tells it apart',
});
const fieldId = Type.String({
  pattern: '^(summary|description|priority|assignee|resolution|customfield_[1-9][0-9]{0,17})$',
  description: 'summary, description, priority, assignee, resolution or customfield_NNNNN',
});
// Lengths are checked where the text is cleaned, so that what is wrong is said of its place.
const line = Type.String({ maxLength: 1000 });
const coordinate = nullable(Type.Number({ minimum: -100_000, maximum: 100_000 }));

const approvalSchema = Type.Object(
  {
    approvers: Type.Union([
      Type.Object({ kind: Type.Literal('field'), fieldId }, closed),
      Type.Object(
        {
          kind: Type.Literal('people'),
          accountIds: Type.Array(Type.String({ pattern: accountIdPattern }), { maxItems: 100 }),
        },
        closed,
      ),
      Type.Object({ kind: Type.Literal('group'), groupId: Type.String({ maxLength: 128 }) }, closed),
      Type.Object({ kind: Type.Literal('organization-managers') }, closed),
    ]),
    needed: Type.Union([Type.Literal('all'), Type.Integer({ minimum: 1, maximum: 100 })]),
    approveTransitionId: Type.Union([transitionId, Type.Literal('')]),
    declineTransitionId: Type.Union([transitionId, Type.Literal('')]),
    reporterMayApprove: Type.Boolean(),
  },
  closed,
);

const conditionSchema = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('role'),
      anyOf: Type.Array(Type.Enum(['agents', 'administrators', 'assignee', 'reporter', 'approvers']), {
        maxItems: 5,
      }),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('field'), fieldId }, closed),
  Type.Object({ kind: Type.Literal('approved') }, closed),
]);

const effectSchema = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('set-field'),
      fieldId,
      value: Type.Unknown({ description: 'As api/3 is sent it; null empties the field' }),
    },
    closed,
  ),
  Type.Object({ kind: Type.Literal('assign'), to: Type.Enum(['actor', 'nobody', 'reporter']) }, closed),
  Type.Object(
    {
      kind: Type.Literal('assign'),
      to: Type.Literal('person'),
      accountId: Type.String({ pattern: accountIdPattern }),
    },
    closed,
  ),
]);

const resolutionSchema = Type.Union([
  Type.Object({ kind: Type.Literal('set'), resolutionId: Type.String({ pattern: idPattern }) }, closed),
  Type.Object({ kind: Type.Literal('clear') }, closed),
  Type.Object({ kind: Type.Literal('keep') }, closed),
]);

/** A workflow as it is drafted and published. */
export const definitionSchema = Type.Object(
  {
    name: line,
    description: Type.String({ maxLength: 4000 }),
    initialStatusId: statusId,
    statuses: Type.Array(
      Type.Object(
        {
          statusId,
          customerName: line,
          approval: nullable(approvalSchema),
          x: coordinate,
          y: coordinate,
        },
        closed,
      ),
      { maxItems: maxStatuses },
    ),
    transitions: Type.Array(
      Type.Object(
        {
          id: transitionId,
          name: line,
          from: nullable(Type.Array(statusId, { maxItems: maxStatuses })),
          to: statusId,
          isShownToCustomers: Type.Boolean(),
          happensOnCustomerComment: Type.Boolean(),
          resolution: resolutionSchema,
          conditions: Type.Array(conditionSchema, { maxItems: 20 }),
          effects: Type.Array(effectSchema, { maxItems: 20 }),
          screen: Type.Array(Type.Object({ fieldId, isRequired: Type.Boolean() }, closed), { maxItems: 50 }),
        },
        closed,
      ),
      { maxItems: maxTransitions },
    ),
  },
  closed,
);

/** A workflow as it is sent and shown. */
export type DefinitionJson = Static<typeof definitionSchema>;
