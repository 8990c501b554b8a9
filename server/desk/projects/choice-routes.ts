import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import { jiraPageOfAll, jiraPageQueryProperties, jiraPageSchema } from '../../platform/http/jira-paging.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireStaff } from '../access.ts';
import { apiVersions, operationIn } from '../issues/api-version.ts';
import { listPriorities } from '../priorities/store.ts';
import { listResolutions } from '../resolutions/store.ts';
import {
  priorityJson,
  prioritySchema,
  resolutionJson,
  resolutionSchema,
  searchedResolutionSchema,
} from './kinds-json.ts';

const tags = ['Kinds'];
const idParams = Type.Object({ id: Type.String({ maxLength: 20 }) });
const ids = Type.Optional(
  Type.Union([Type.String({ maxLength: 20 }), Type.Array(Type.String({ maxLength: 20 }), { maxItems: 100 })]),
);

/** Priorities and resolutions as clients of Jira read them: for people who work here. */
export function choiceRoutes(app: App, { db }: Platform): void {
  for (const version of apiVersions) {
    const named = (operation: string) => operationIn(version, operation);
    const path = `/rest/api/${version}` as const;
    const api = `${app.siteAddress}${path}`;

    app.get(
      `${path}/priority`,
      {
        schema: {
          operationId: named('getPriorities'),
          tags,
          summary: 'The priorities, from the most urgent to the least',
          response: { 200: Type.Array(prioritySchema), ...errorResponses(401, 403) },
        },
      },
      async (request) => {
        await requireStaff(db, requireViewer(request));
        return (await listPriorities(db)).map((priority) => priorityJson(priority, api));
      },
    );

    app.get(
      `${path}/priority/search`,
      {
        schema: {
          operationId: named('searchPriorities'),
          tags,
          summary: 'Priorities by id or part of the name',
          querystring: Type.Object({
            ...jiraPageQueryProperties,
            id: ids,
            priorityName: Type.Optional(Type.String({ maxLength: 255 })),
            onlyDefault: Type.Boolean({ default: false }),
          }),
          response: { 200: jiraPageSchema(prioritySchema), ...errorResponses(400, 401, 403) },
        },
      },
      async (request) => {
        await requireStaff(db, requireViewer(request));
        const { id, priorityName = '', onlyDefault } = request.query;
        const found = narrowed(await listPriorities(db), { id, onlyDefault }).filter(({ name }) =>
          name.toLowerCase().includes(priorityName.toLowerCase()),
        );
        return jiraPageOfAll(request, request.query, found, (priority) => priorityJson(priority, api));
      },
    );

    app.get(
      `${path}/priority/:id`,
      {
        schema: {
          operationId: named('getPriority'),
          tags,
          summary: 'A priority',
          params: idParams,
          response: { 200: prioritySchema, ...errorResponses(401, 403, 404) },
        },
      },
      async (request) => {
        await requireStaff(db, requireViewer(request));
        const priority = (await listPriorities(db)).find(({ id }) => id === request.params.id);
        if (!priority) throw new NotFound('There is no such priority.');
        return priorityJson(priority, api);
      },
    );

    app.get(
      `${path}/resolution`,
      {
        schema: {
          operationId: named('getResolutions'),
          tags,
          summary: 'The resolutions, in order',
          response: { 200: Type.Array(resolutionSchema), ...errorResponses(401, 403) },
        },
      },
      async (request) => {
        await requireStaff(db, requireViewer(request));
        return (await listResolutions(db)).map((resolution) => resolutionJson(resolution, api));
      },
    );

    app.get(
      `${path}/resolution/search`,
      {
        schema: {
          operationId: named('searchResolutions'),
          tags,
          summary: 'Resolutions by id',
          querystring: Type.Object({
            ...jiraPageQueryProperties,
            id: ids,
            onlyDefault: Type.Boolean({ default: false }),
          }),
          response: { 200: jiraPageSchema(searchedResolutionSchema), ...errorResponses(400, 401, 403) },
        },
      },
      async (request) => {
        await requireStaff(db, requireViewer(request));
        const found = narrowed(await listResolutions(db), request.query);
        return jiraPageOfAll(request, request.query, found, (resolution) => ({
          ...resolutionJson(resolution, api),
          isDefault: resolution.isDefault,
        }));
      },
    );

    app.get(
      `${path}/resolution/:id`,
      {
        schema: {
          operationId: named('getResolution'),
          tags,
          summary: 'A resolution',
          params: idParams,
          response: { 200: resolutionSchema, ...errorResponses(401, 403, 404) },
        },
      },
      async (request) => {
        await requireStaff(db, requireViewer(request));
        const resolution = (await listResolutions(db)).find(({ id }) => id === request.params.id);
        if (!resolution) throw new NotFound('There is no such resolution.');
        return resolutionJson(resolution, api);
      },
    );
  }
}

/** Those with these ids, all where none are given; and of them the default alone, if that is wanted. */
function narrowed<Choice extends { readonly id: string; readonly isDefault: boolean }>(
  choices: readonly Choice[],
  { id, onlyDefault }: { readonly id?: string | string[] | undefined; readonly onlyDefault: boolean },
): Choice[] {
  const ids = id === undefined ? null : [id].flat();
  return choices.filter((choice) => (!ids || ids.includes(choice.id)) && (!onlyDefault || choice.isDefault));
}
