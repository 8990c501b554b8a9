import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import {
  jiraPage,
  jiraPageOf,
  jiraPageQueryProperties,
  jiraPageSchema,
} from '../../platform/http/jira-paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { expandSchema, expansions } from '../expand.ts';
import { apiVersions, operationIn } from '../issues/api-version.ts';
import { statusJson } from '../workflow/json.ts';
import {
  issueTypeJson,
  issueTypeStatusesSchema,
  listedProjectJson,
  listedProjectSchema,
  projectJson,
  projectSchema,
} from './json.ts';
import { listProjects, projectOrders, requireProject, statusesOfProject } from './store.ts';

const tags = ['Projects'];
const params = Type.Object({ projectIdOrKey: Type.String() });
const manyOf = (maxLength: number) =>
  Type.Optional(
    Type.Union([Type.String({ maxLength }), Type.Array(Type.String({ maxLength }), { maxItems: 50 })]),
  );
/** Jira's list of all projects is not paged. */
const maxProjects = 1000;

function listOf(given: string | readonly string[] | undefined): string[] | undefined {
  if (given === undefined) return undefined;
  const parts = typeof given === 'string' ? [given] : given;
  return parts.flatMap((part) => part.split(',')).map((part) => part.trim());
}

/** Service desks as Jira's projects, for their agents; to customers there are none. */
export function projectRoutes(app: App, { db }: Platform): void {
  for (const version of apiVersions) {
    const named = (operation: string) => operationIn(version, operation);
    const path = `/rest/api/${version}` as const;
    const place = { siteAddress: app.siteAddress, api: `${app.siteAddress}${path}` };

    app.get(
      `${path}/project`,
      {
        schema: {
          operationId: named('getAllProjects'),
          tags,
          summary: 'The projects of which you are an agent, by key; Jira prefers /project/search',
          querystring: Type.Object({ expand: expandSchema }),
          response: { 200: Type.Array(listedProjectSchema), ...errorResponses(401) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const { projects } = await listProjects(db, viewer, {}, { start: 0, limit: maxProjects });
        const expand = expansions(request.query.expand);
        return projects.map((project) => listedProjectJson(project, place, expand));
      },
    );

    app.get(
      `${path}/project/search`,
      {
        schema: {
          operationId: named('searchProjects'),
          tags,
          summary: 'The projects of which you are an agent',
          querystring: Type.Object({
            ...jiraPageQueryProperties,
            orderBy: Type.Optional(Type.Enum([...projectOrders])),
            id: manyOf(20),
            keys: manyOf(20),
            query: Type.Optional(Type.String({ maxLength: 200, description: 'Part of the name or key' })),
            typeKey: Type.Optional(
              Type.String({
                maxLength: 200,
                description: 'Only projects of these types: all are service_desk',
              }),
            ),
            expand: expandSchema,
          }),
          response: { 200: jiraPageSchema(listedProjectSchema), ...errorResponses(400, 401) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const { id, keys, query, typeKey, orderBy, expand } = request.query;
        const wanted = jiraPageOf(request.query);
        const isOtherType = typeKey !== undefined && !listOf(typeKey)?.includes('service_desk');
        const filter = {
          query,
          ids: isOtherType ? [] : listOf(id),
          keys: listOf(keys)?.map((key) => key.toUpperCase()),
          orderBy,
        };
        const { projects, total } = await listProjects(db, viewer, filter, wanted);
        const shown = expansions(expand);
        return jiraPage(
          request,
          wanted,
          total,
          projects.map((project) => listedProjectJson(project, place, shown)),
        );
      },
    );

    app.get(
      `${path}/project/:projectIdOrKey`,
      {
        schema: {
          operationId: named('getProject'),
          tags,
          summary: 'A project',
          params,
          response: { 200: projectSchema, ...errorResponses(401, 404) },
        },
      },
      async (request) =>
        projectJson(await requireProject(db, requireViewer(request), request.params.projectIdOrKey), place),
    );

    app.get(
      `${path}/project/:projectIdOrKey/statuses`,
      {
        schema: {
          operationId: named('getAllStatuses'),
          tags,
          summary: 'The statuses that issues of a project can be in, by kind of issue',
          params,
          response: { 200: Type.Array(issueTypeStatusesSchema), ...errorResponses(401, 404) },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        const { key, serviceDeskId } = await requireProject(db, viewer, request.params.projectIdOrKey);
        const statuses = await statusesOfProject(db, serviceDeskId);
        const { id, name, subtask } = issueTypeJson(place.api);
        return [
          {
            self: `${place.api}/project/${key}/statuses`,
            id,
            name,
            subtask,
            statuses: statuses.map((status) => statusJson(status, place.siteAddress)),
          },
        ];
      },
    );
  }
}
