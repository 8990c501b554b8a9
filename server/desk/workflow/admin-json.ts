import { type Static, Type } from 'typebox';
import { fieldTypeSchema, settingsSchema } from '../custom-fields/json.ts';
import type { DefinitionProblems } from './check-definition.ts';
import type { WorkflowDefinition } from './definition.ts';
import { type DefinitionJson, definitionSchema } from './definition-json.ts';
import type { Standing, Status, StatusMove, Workflow } from './workflow-store.ts';

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const categorySchema = Type.Enum(['new', 'indeterminate', 'done']);
const instant = Type.String({ format: 'date-time' });
const namedSchema = Type.Object({ id: Type.String(), name: Type.String() });

const listedProperties = {
  id: Type.String(),
  name: Type.String(),
  description: Type.String(),
  statusCount: Type.Integer(),
  transitionCount: Type.Integer(),
  hasDraft: Type.Boolean(),
  mayChange: Type.Boolean({ description: 'By who asks' }),
  uses: Type.Array(
    Type.Object({
      requestTypeId: Type.String(),
      requestTypeName: Type.String(),
      serviceDeskId: Type.String(),
      projectKey: Type.String(),
      portalName: Type.String(),
    }),
    { description: 'Request types that have the workflow' },
  ),
};

/** A workflow in the list. */
export const listedWorkflowSchema = Type.Object(listedProperties, { title: 'ListedWorkflow' });

const moveSchema = Type.Object(
  {
    id: Type.String(),
    from: namedSchema,
    to: namedSchema,
    total: Type.Integer(),
    moved: Type.Integer(),
    startedAt: instant,
    finishedAt: nullable(instant),
  },
  { title: 'StatusMove' },
);

const leavingSchema = Type.Array(Type.Object({ status: namedSchema, requestCount: Type.Integer() }), {
  description: 'Statuses that are lost and have requests in them',
});

/** A workflow as administrators change it. */
export const workflowSchema = Type.Object(
  {
    ...listedProperties,
    version: Type.Integer(),
    publishedAt: instant,
    published: definitionSchema,
    draft: nullable(
      Type.Object({
        definition: definitionSchema,
        savedAt: instant,
        savedBy: nullable(Type.String()),
        problems: Type.Record(Type.String(), Type.String(), {
          description: 'What keeps it from being published, by place',
        }),
        leaving: leavingSchema,
      }),
    ),
    moves: Type.Array(moveSchema, {
      description: 'Requests on their way out of statuses that the workflow lost, newest first',
    }),
  },
  { title: 'Workflow' },
);

/** What the request types that are given another workflow must be told. */
export const workflowChangeSchema = Type.Object(
  { leaving: leavingSchema, statuses: Type.Array(namedSchema) },
  { title: 'WorkflowChange' },
);

/** A status as administrators change it. */
export const editedStatusSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    description: Type.String(),
    category: categorySchema,
    customerName: nullable(Type.String()),
    workflows: Type.Array(namedSchema),
  },
  { title: 'EditedStatus' },
);

/** What workflows are made of. */
export const workflowOptionsSchema = Type.Object(
  {
    statuses: Type.Array(editedStatusSchema),
    resolutions: Type.Array(namedSchema),
    priorities: Type.Array(namedSchema),
    fields: Type.Array(
      Type.Object({
        id: Type.String({ description: 'customfield_NNNNN' }),
        name: Type.String(),
        type: fieldTypeSchema,
        settings: settingsSchema,
        options: Type.Array(
          Type.Object({
            id: Type.String(),
            value: Type.String(),
            parentId: nullable(Type.String()),
            isArchived: Type.Boolean(),
          }),
          { description: 'Those for all service desks' },
        ),
      }),
    ),
    groups: Type.Array(namedSchema),
    people: Type.Array(Type.Object({ accountId: Type.String(), displayName: Type.String() }), {
      description: 'Those whom the workflow names',
    }),
  },
  { title: 'WorkflowOptions' },
);

/** Shows a workflow in the list. */
export function listedWorkflowJson(
  { id, name, description, statusCount, transitionCount, draft, uses }: Workflow,
  mayChange: boolean,
): Static<typeof listedWorkflowSchema> {
  return {
    id,
    name,
    description,
    statusCount,
    transitionCount,
    hasDraft: draft !== null,
    mayChange,
    uses: uses.map((use) => ({ ...use })),
  };
}

/** What is shown of a workflow beside its row. */
export interface WorkflowParts {
  readonly mayChange: boolean;
  readonly published: WorkflowDefinition;
  readonly problems: DefinitionProblems;
  readonly leaving: readonly Standing[];
  readonly moves: readonly StatusMove[];
  readonly statusNames: ReadonlyMap<string, string>;
}

/** Shows a workflow as administrators change it. */
export function workflowJson(workflow: Workflow, parts: WorkflowParts): Static<typeof workflowSchema> {
  const { draft, draftAt, draftBy, publishedAt, version } = workflow;
  return {
    ...listedWorkflowJson(workflow, parts.mayChange),
    version,
    publishedAt: publishedAt.toISOString(),
    published: definitionJson(parts.published),
    draft: draft && {
      definition: definitionJson(draft),
      savedAt: (draftAt ?? publishedAt).toISOString(),
      savedBy: draftBy,
      problems: parts.problems,
      leaving: leavingJson(parts.leaving, parts.statusNames),
    },
    moves: parts.moves.map((move) => ({
      id: move.id,
      from: { id: move.fromStatusId, name: move.fromName },
      to: { id: move.toStatusId, name: move.toName },
      total: move.total,
      moved: move.moved,
      startedAt: move.startedAt.toISOString(),
      finishedAt: move.finishedAt?.toISOString() ?? null,
    })),
  };
}

/** Shows statuses that are lost. */
export function leavingJson(
  leaving: readonly Standing[],
  names: ReadonlyMap<string, string>,
): Static<typeof leavingSchema> {
  return leaving.map(({ statusId, requestCount }) => ({
    status: { id: statusId, name: names.get(statusId) ?? statusId },
    requestCount,
  }));
}

// The two say the same; the schema's lists can be written to.
function definitionJson(definition: WorkflowDefinition): DefinitionJson {
  return definition as DefinitionJson;
}

/** Shows a status as administrators change it. */
export function editedStatusJson(status: Status): Static<typeof editedStatusSchema> {
  return { ...status, workflows: status.workflows.map((workflow) => ({ ...workflow })) };
}
