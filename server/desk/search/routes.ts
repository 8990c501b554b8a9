import { type Static, Type } from 'typebox';
import { requireViewer, type Viewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { Invalid } from '../../platform/http/errors.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireStaff } from '../access.ts';
import { expansions } from '../expand.ts';
import { type ApiVersion, apiVersions, operationIn } from '../issues/api-version.ts';
import { issuesByIds } from '../issues/require-issue.ts';
import { showIssues } from '../issues/show-issue.ts';
import { wantedFields } from '../issues/wanted-fields.ts';
import { checkJql } from '../jql/check.ts';
import { InvalidJql } from '../jql/problems.ts';
import { withinTimeLimit } from '../jql/time-limit.ts';
import { siteOf } from '../people.ts';
import type { Site } from '../requests/show-requests.ts';
import {
  fieldsOf,
  jqlSchema,
  limitOf,
  propertiesOf,
  readOnProperties,
  type Strictness,
  searchProperties,
  strictnessOf,
} from './input.ts';
import { cappedSchema, foundPageSchema, searchResultsSchema } from './json.ts';
import { pageToken, placeOf } from './page-token.ts';
import { propertiesOfRequests } from './properties.ts';
import { countFound, mostCounted, searchAndCount, searchRequests } from './search.ts';

const tags = ['Issue search'];
const searchSchema = Type.Object(searchProperties);
const readOnSchema = Type.Object(readOnProperties);
const searchBody = Type.Object(searchProperties, { additionalProperties: false });
const readOnBody = Type.Object(readOnProperties, { additionalProperties: false });

interface Asked {
  readonly fields: readonly string[];
  readonly expand?: string | string[];
  readonly properties?: string | string[];
  readonly version: ApiVersion;
}

/** Search by JQL, for people who work here: over requests of the desks that they serve. */
export function searchRoutes(app: App, { db, sealer }: Pick<Platform, 'db' | 'sealer'>): void {
  /** @returns what the query names that there is not, where that is not refused */
  async function checked(viewer: Viewer, jql: string, strictness: Strictness): Promise<string[]> {
    if (strictness === 'none') return [];
    const { errors, warnings } = await checkJql(db, viewer, jql);
    const refused = strictness === 'strict' ? [...errors, ...warnings] : errors;
    if (refused.length > 0) throw new InvalidJql(refused);
    return warnings.map(({ message }) => message);
  }

  async function shownIssues(
    site: Site,
    viewer: Viewer,
    ids: readonly string[],
    { fields, expand, properties, version }: Asked,
  ) {
    const keys = propertiesOf(properties);
    const rows = await issuesByIds(db, viewer, ids);
    const [shown, kept] = await Promise.all([
      showIssues(db, site, viewer, rows, {
        version,
        wanted: wantedFields(fields),
        expand: expansions(expand),
      }),
      propertiesOfRequests(db, ids, keys),
    ]);
    if (keys.length === 0) return shown;
    return {
      ...shown,
      issues: shown.issues.map((issue) => ({ ...issue, properties: kept.get(issue.id) ?? {} })),
    };
  }

  async function search(site: Site, viewer: Viewer, asked: Static<typeof searchSchema>, version: ApiVersion) {
    await requireStaff(db, viewer);
    const { jql, startAt } = asked;
    if (startAt > mostCounted) {
      throw new Invalid(
        `startAt leads to the first ${mostCounted.toLocaleString('en')} issues. Read on with /rest/api/${version}/search/jql and its nextPageToken.`,
      );
    }
    const warnings = await checked(viewer, jql, strictnessOf(asked.validateQuery));
    const fields = fieldsOf(asked.fields, '*navigable');
    const limit = limitOf(asked.maxResults, fields);
    const { found, total } = await withinTimeLimit(db, viewer.id, (trx) =>
      searchAndCount(trx, viewer, { jql, from: startAt, limit }),
    );
    const shown = await shownIssues(site, viewer, found?.ids ?? [], { ...asked, fields, version });
    return {
      expand: 'schema,names',
      startAt,
      maxResults: limit,
      total: total.count,
      ...shown,
      ...(warnings.length > 0 && { warningMessages: warnings }),
      _portico: { isCapped: total.isCapped },
    };
  }

  async function readOn(site: Site, viewer: Viewer, asked: Static<typeof readOnSchema>, version: ApiVersion) {
    await requireStaff(db, viewer);
    const { jql, nextPageToken } = asked;
    const of = { viewerId: viewer.id, jql };
    const from = nextPageToken === undefined ? 0 : placeOf(sealer, of, nextPageToken);
    // Whoever reads on was answered before.
    if (nextPageToken === undefined) await checked(viewer, jql, 'strict');
    const fields = fieldsOf(asked.fields, 'id');
    const limit = Math.max(1, limitOf(asked.maxResults, fields));
    const { ids, next } = await withinTimeLimit(db, viewer.id, (trx) =>
      searchRequests(trx, viewer, { jql, from, limit }),
    );
    const shown = await shownIssues(site, viewer, ids, { ...asked, fields, version });
    return {
      ...shown,
      ...(next && { nextPageToken: pageToken(sealer, of, next) }),
      isLast: next === null,
    };
  }

  for (const version of apiVersions) {
    const api = `/rest/api/${version}` as const;
    const named = (operation: string) => operationIn(version, operation);
    const found = { 200: searchResultsSchema(version), ...errorResponses(400, 401, 403) };
    const foundPage = { 200: foundPageSchema(version), ...errorResponses(400, 401, 403) };
    const bySearch = 'Issues that a query finds, by page number; for people who work here';
    const byReadingOn = 'Issues that a query finds, read on from page to page; for people who work here';

    app.get(
      `${api}/search`,
      {
        schema: {
          operationId: named('searchForIssuesUsingJql'),
          tags,
          summary: bySearch,
          querystring: searchSchema,
          response: found,
        },
      },
      async (request, reply) => {
        reply.type('application/json; charset=utf-8').serializer(JSON.stringify);
        return (await search(siteOf(request), requireViewer(request), request.query, version)) as never;
      },
    );

    app.post(
      `${api}/search`,
      {
        schema: {
          operationId: named('searchForIssuesUsingJqlPost'),
          tags,
          summary: bySearch,
          body: searchBody,
          response: found,
        },
      },
      async (request, reply) => {
        reply.type('application/json; charset=utf-8').serializer(JSON.stringify);
        return (await search(siteOf(request), requireViewer(request), request.body, version)) as never;
      },
    );

    app.get(
      `${api}/search/jql`,
      {
        schema: {
          operationId: named('searchAndReconsileIssuesUsingJql'),
          tags,
          summary: byReadingOn,
          querystring: readOnSchema,
          response: foundPage,
        },
      },
      async (request, reply) => {
        reply.type('application/json; charset=utf-8').serializer(JSON.stringify);
        return (await readOn(siteOf(request), requireViewer(request), request.query, version)) as never;
      },
    );

    app.post(
      `${api}/search/jql`,
      {
        schema: {
          operationId: named('searchAndReconsileIssuesUsingJqlPost'),
          tags,
          summary: byReadingOn,
          body: readOnBody,
          response: foundPage,
        },
      },
      async (request, reply) => {
        reply.type('application/json; charset=utf-8').serializer(JSON.stringify);
        return (await readOn(siteOf(request), requireViewer(request), request.body, version)) as never;
      },
    );

    app.post(
      `${api}/search/approximate-count`,
      {
        schema: {
          operationId: named('countIssues'),
          tags,
          summary: `How many issues a query finds, up to ${mostCounted.toLocaleString('en')}`,
          body: Type.Object({ jql: jqlSchema }, { additionalProperties: false }),
          response: {
            200: Type.Object({ count: Type.Integer(), _portico: cappedSchema }),
            ...errorResponses(400, 401, 403),
          },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        await requireStaff(db, viewer);
        const { count, isCapped } = await withinTimeLimit(db, viewer.id, (trx) =>
          countFound(trx, viewer, request.body.jql),
        );
        return { count, _portico: { isCapped } };
      },
    );
  }
}
