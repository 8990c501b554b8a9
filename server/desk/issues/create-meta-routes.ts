import { type Static, Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { jiraPageQueryProperties } from '../../platform/http/jira-paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { expandSchema, expansions } from '../expand.ts';
import { issueTypeJson, issueTypeSchema } from '../projects/json.ts';
import { listProjects, type Project, requireProject } from '../projects/store.ts';
import { choosableTypes } from '../request-types/choosable.ts';
import { fieldsOfDesk } from '../requests/editable-fields.ts';
import { apiVersions, operationIn } from './api-version.ts';
import { fieldMetaJson, fieldMetaSchema, loadChoices, requestTypeMetaJson } from './field-meta.ts';

const tags = ['Issues'];
const params = Type.Object({ projectIdOrKey: Type.String() });
const many = Type.Optional(
  Type.Union([
    Type.String({ maxLength: 1000 }),
    Type.Array(Type.String({ maxLength: 255 }), { maxItems: 100 }),
  ]),
);
/** Most projects whose fields are shown at once. */
const maxProjects = 100;

const createFieldSchema = Type.Object(
  { ...fieldMetaSchema.properties, fieldId: Type.String() },
  { title: 'CreateFieldMeta' },
);
type CreateField = Static<typeof createFieldSchema>;

const createMetaSchema = Type.Object(
  {
    expand: Type.String(),
    projects: Type.Array(
      Type.Object({
        expand: Type.String(),
        self: Type.String(),
        id: Type.String(),
        key: Type.String(),
        name: Type.String(),
        issuetypes: Type.Array(
          Type.Object({
            ...issueTypeSchema.properties,
            expand: Type.String(),
            fields: Type.Optional(Type.Record(Type.String(), createFieldSchema)),
          }),
        ),
      }),
    ),
  },
  { title: 'CreateMeta' },
);

const pageProperties = { startAt: Type.Integer(), maxResults: Type.Integer(), total: Type.Integer() };
const issueTypesPageSchema = Type.Object(
  { ...pageProperties, issueTypes: Type.Array(issueTypeSchema) },
  { title: 'CreateMetaIssueTypes' },
);
const fieldsPageSchema = Type.Object(
  { ...pageProperties, fields: Type.Array(createFieldSchema) },
  { title: 'CreateMetaFields' },
);

/** What a new issue can have: for agents of its project. */
export function createMetaRoutes(app: App, { db }: Platform): void {
  for (const version of apiVersions) {
    const named = (operation: string) => operationIn(version, operation);
    const path = `/rest/api/${version}/issue/createmeta` as const;
    const api = `${app.siteAddress}/rest/api/${version}`;

    app.get(
      path,
      {
        schema: {
          operationId: named('getCreateIssueMeta'),
          tags,
          summary:
            'Projects with their issue types and, with `expand=projects.issuetypes.fields`, what a new issue can have; Jira prefers to be asked by project',
          querystring: Type.Object({
            projectIds: many,
            projectKeys: many,
            issuetypeIds: many,
            issuetypeNames: many,
            expand: expandSchema,
          }),
          response: { 200: createMetaSchema, ...errorResponses(400, 401) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const { projectIds, projectKeys, issuetypeIds, issuetypeNames, expand } = request.query;
        const filter = {
          ids: namesIn(projectIds),
          keys: namesIn(projectKeys)?.map((key) => key.toUpperCase()),
        };
        const { projects } = await listProjects(db, viewer, filter, { start: 0, limit: maxProjects });
        const type = issueTypeJson(api);
        const isWanted =
          (namesIn(issuetypeIds)?.includes(type.id) ?? true) &&
          (namesIn(issuetypeNames)?.includes(type.name) ?? true);
        const withFields = expansions(expand).has('projects.issuetypes.fields');
        const shown: Static<typeof createMetaSchema>['projects'] = [];
        for (const project of projects) {
          const fields = withFields ? await createFields(db, project, api) : null;
          shown.push({
            expand: 'issuetypes',
            self: `${api}/project/${project.id}`,
            id: project.id,
            key: project.key,
            name: project.name,
            issuetypes: isWanted
              ? [
                  {
                    ...type,
                    expand: 'fields',
                    ...(fields && {
                      fields: Object.fromEntries(fields.map((field) => [field.fieldId, field] as const)),
                    }),
                  },
                ]
              : [],
          });
        }
        return { expand: 'projects', projects: shown };
      },
    );

    app.get(
      `${path}/:projectIdOrKey/issuetypes`,
      {
        schema: {
          operationId: named('getCreateIssueMetaIssueTypes'),
          tags,
          summary: 'The types of issues that can be created in a project',
          params,
          querystring: Type.Object(jiraPageQueryProperties),
          response: { 200: issueTypesPageSchema, ...errorResponses(400, 401, 404) },
        },
      },
      async (request) => {
        await requireProject(db, requireViewer(request), request.params.projectIdOrKey);
        const { startAt, maxResults } = request.query;
        const types = [issueTypeJson(api)];
        return {
          startAt,
          maxResults,
          total: types.length,
          issueTypes: types.slice(startAt, startAt + maxResults),
        };
      },
    );

    app.get(
      `${path}/:projectIdOrKey/issuetypes/:issueTypeId`,
      {
        schema: {
          operationId: named('getCreateIssueMetaIssueTypeId'),
          tags,
          summary: 'What a new issue of a type can have in a project',
          params: Type.Object({ ...params.properties, issueTypeId: Type.String() }),
          querystring: Type.Object(jiraPageQueryProperties),
          response: { 200: fieldsPageSchema, ...errorResponses(400, 401, 404) },
        },
      },
      async (request) => {
        const project = await requireProject(db, requireViewer(request), request.params.projectIdOrKey);
        if (request.params.issueTypeId !== issueTypeJson(api).id) {
          throw new NotFound('There is no such issue type in this project.');
        }
        const fields = await createFields(db, project, api);
        const { startAt, maxResults } = request.query;
        return {
          startAt,
          maxResults,
          total: fields.length,
          fields: fields.slice(startAt, startAt + maxResults),
        };
      },
    );
  }
}

function namesIn(given: string | readonly string[] | undefined): string[] | undefined {
  if (given === undefined) return undefined;
  return [given].flat().flatMap((part) => part.split(',').map((name) => name.trim()));
}

async function createFields(db: Database, project: Project, api: string): Promise<CreateField[]> {
  const { id, key, name, serviceDeskId } = project;
  const fields = await fieldsOfDesk(db, serviceDeskId);
  const [types, choices] = await Promise.all([
    choosableTypes(db, serviceDeskId),
    loadChoices(db, fields, api),
  ]);
  const completing = { apiAddress: api, assignableTo: `project=${key}` };
  const shown = fields.map((field) => {
    const meta = fieldMetaJson(field, choices, completing);
    // whoever creates an issue is its reporter unless they name another, and its priority the default one
    const hasDefaultValue = ['reporter', 'priority'].includes(field.key);
    return { ...meta, fieldId: field.key, hasDefaultValue, required: meta.required && !hasDefaultValue };
  });
  return [
    own('project', 'Project', { type: 'project', system: 'project' }, [
      { self: `${api}/project/${id}`, id, key, name },
    ]),
    own('issuetype', 'Issue Type', { type: 'issuetype', system: 'issuetype' }, [issueTypeJson(api)]),
    { ...requestTypeMetaJson(types), fieldId: 'requesttype', required: false, hasDefaultValue: true },
    ...shown,
  ];
}

function own(
  key: string,
  name: string,
  schema: CreateField['schema'],
  allowedValues: readonly object[],
): CreateField {
  return {
    required: true,
    schema,
    name,
    key,
    fieldId: key,
    hasDefaultValue: false,
    operations: ['set'],
    allowedValues: [...allowedValues],
  };
}
