import { Type } from 'typebox';
import { requireViewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { NotFound } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireStaff } from '../access.ts';
import { apiVersions, operationIn } from '../issues/api-version.ts';
import {
  statusCategories,
  statusCategoryJson,
  statusCategorySchema,
  statusJson,
  statusSchema,
} from '../workflow/json.ts';
import { issueTypeJson, issueTypeSchema } from './json.ts';
import { listStatuses, requireProject } from './store.ts';

const tags = ['Kinds'];
const idParams = Type.Object({ id: Type.String({ maxLength: 20 }) });

/**
 * What issues can be: their types and statuses, for people who work here. Customers know statuses by other names, and of types
 * nothing.
 */
export function kindRoutes(app: App, { db }: Platform): void {
  for (const version of apiVersions) {
    const named = (operation: string) => operationIn(version, operation);
    const path = `/rest/api/${version}` as const;
    const api = `${app.siteAddress}${path}`;

    app.get(
      `${path}/issuetype`,
      {
        schema: {
          operationId: named('getIssueAllTypes'),
          tags,
          summary: 'The types of issues: one, since request types tell requests apart',
          response: { 200: Type.Array(issueTypeSchema), ...errorResponses(401, 403) },
        },
      },
      async (request) => {
        await requireStaff(db, requireViewer(request));
        return [issueTypeJson(api)];
      },
    );

    app.get(
      `${path}/issuetype/project`,
      {
        schema: {
          operationId: named('getIssueTypesForProject'),
          tags,
          summary: 'The types of issues of a project',
          querystring: Type.Object({ projectId: Type.String({ minLength: 1, maxLength: 20 }) }),
          response: { 200: Type.Array(issueTypeSchema), ...errorResponses(400, 401, 404) },
        },
      },
      async (request) => {
        await requireProject(db, requireViewer(request), request.query.projectId);
        return [issueTypeJson(api)];
      },
    );

    app.get(
      `${path}/issuetype/:id`,
      {
        schema: {
          operationId: named('getIssueType'),
          tags,
          summary: 'A type of issues',
          params: idParams,
          response: { 200: issueTypeSchema, ...errorResponses(401, 403, 404) },
        },
      },
      async (request) => {
        await requireStaff(db, requireViewer(request));
        const type = issueTypeJson(api);
        if (request.params.id !== type.id) throw new NotFound('There is no such issue type.');
        return type;
      },
    );

    app.get(
      `${path}/status`,
      {
        schema: {
          operationId: named('getStatuses'),
          tags,
          summary: 'The statuses that workflows have, by name',
          response: { 200: Type.Array(statusSchema), ...errorResponses(401, 403) },
        },
      },
      async (request) => {
        await requireStaff(db, requireViewer(request));
        const statuses = await listStatuses(db);
        return statuses.map((status) => statusJson(status, app.siteAddress));
      },
    );

    app.get(
      `${path}/status/:idOrName`,
      {
        schema: {
          operationId: named('getStatus'),
          tags,
          summary: 'A status, by its id or its name',
          params: Type.Object({ idOrName: Type.String({ maxLength: 255 }) }),
          response: { 200: statusSchema, ...errorResponses(401, 403, 404) },
        },
      },
      async (request) => {
        await requireStaff(db, requireViewer(request));
        const { idOrName } = request.params;
        const statuses = await listStatuses(db);
        const status =
          statuses.find(({ id }) => id === idOrName) ??
          statuses.find(({ name }) => name.toLowerCase() === idOrName.toLowerCase());
        if (!status) throw new NotFound('There is no such status.');
        return statusJson(status, app.siteAddress);
      },
    );

    app.get(
      `${path}/statuscategory`,
      {
        schema: {
          operationId: named('getStatusCategories'),
          tags,
          summary: 'The kinds of status',
          response: { 200: Type.Array(statusCategorySchema), ...errorResponses(401, 403) },
        },
      },
      async (request) => {
        await requireStaff(db, requireViewer(request));
        return statusCategories.map((category) => statusCategoryJson(category, app.siteAddress));
      },
    );

    app.get(
      `${path}/statuscategory/:idOrKey`,
      {
        schema: {
          operationId: named('getStatusCategory'),
          tags,
          summary: 'A kind of status, by its id or its key',
          params: Type.Object({ idOrKey: Type.String({ maxLength: 20 }) }),
          response: { 200: statusCategorySchema, ...errorResponses(401, 403, 404) },
        },
      },
      async (request) => {
        await requireStaff(db, requireViewer(request));
        const { idOrKey } = request.params;
        const category = statusCategories
          .map((each) => statusCategoryJson(each, app.siteAddress))
          .find(({ id, key }) => String(id) === idOrKey || key === idOrKey);
        if (!category) throw new NotFound('There is no such status category.');
        return category;
      },
    );
  }
}
