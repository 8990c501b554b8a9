import { Type } from 'typebox';
import { requireViewer, type Viewer } from '../../identity/index.ts';
import type { App } from '../../platform/http/app-types.ts';
import { errorResponses } from '../../platform/http/error-responses.ts';
import { escapeHtml } from '../../platform/http/escape-html.ts';
import type { Platform } from '../../platform/platform.ts';
import { requireStaff } from '../access.ts';
import { apiVersions, operationIn } from '../issues/api-version.ts';
import { allJqlFunctions } from '../jql/functions/registry.ts';
import { jqlSchema } from '../search/input.ts';
import { fieldsCalled, knownFields } from './known-fields.ts';
import { namePeople } from './name-people.ts';
import { matchQuery, readQuery, readQuerySchema } from './read-queries.ts';
import { referenceJson, referenceSchema } from './reference-json.ts';
import { suggestPeople, suggestValues } from './suggest-values.ts';

const tags = ['JQL'];
const jqlsSchema = Type.Array(jqlSchema, { minItems: 1, maxItems: 100 });

/** Help with queries, for people who work here: whether they are right, and what they find of some issues. */
export function jqlRoutes(app: App, { db }: Pick<Platform, 'db'>): void {
  async function shownReference(viewer: Viewer) {
    await requireStaff(db, viewer);
    return referenceJson(await knownFields(db, viewer), allJqlFunctions());
  }

  for (const version of apiVersions) {
    const api = `/rest/api/${version}/jql` as const;
    const named = (operation: string) => operationIn(version, operation);

    app.post(
      `${api}/parse`,
      {
        schema: {
          operationId: named('parseJqlQueries'),
          tags,
          summary: 'What queries are made of, and what is wrong with them',
          querystring: Type.Object({
            validation: Type.Enum(['strict', 'warn', 'none'], { default: 'strict' }),
          }),
          body: Type.Object({ queries: jqlsSchema }, { additionalProperties: false }),
          response: {
            200: Type.Object({ queries: Type.Array(readQuerySchema) }),
            ...errorResponses(400, 401, 403),
          },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        await requireStaff(db, viewer);
        const queries = [];
        for (const query of request.body.queries) {
          queries.push(await readQuery(db, viewer, query, request.query.validation));
        }
        return { queries };
      },
    );

    app.post(
      `${api}/pdcleaner`,
      {
        schema: {
          operationId: named('migrateQueries'),
          tags,
          summary: 'The same queries with people named by their accountId, whatever they were called',
          body: Type.Object(
            { queryStrings: Type.Optional(Type.Array(jqlSchema, { maxItems: 100 })) },
            { additionalProperties: false },
          ),
          response: {
            200: Type.Object({
              queryStrings: Type.Array(Type.String()),
              queriesWithUnknownUsers: Type.Array(
                Type.Object({ originalQuery: Type.String(), convertedQuery: Type.String() }),
              ),
            }),
            ...errorResponses(400, 401, 403),
          },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        await requireStaff(db, viewer);
        const named = [];
        for (const originalQuery of request.body.queryStrings ?? []) {
          named.push({ originalQuery, ...(await namePeople(db, viewer, originalQuery)) });
        }
        return {
          queryStrings: named.filter(({ namesUnknown }) => !namesUnknown).map(({ jql }) => jql),
          queriesWithUnknownUsers: named
            .filter(({ namesUnknown }) => namesUnknown)
            .map(({ originalQuery, jql }) => ({ originalQuery, convertedQuery: jql })),
        };
      },
    );

    const reference = {
      tags,
      summary: 'What queries can be made of: fields with their operators, and functions',
      response: { 200: referenceSchema, ...errorResponses(400, 401, 403) },
    };

    app.get(
      `${api}/autocompletedata`,
      { schema: { operationId: named('getAutoComplete'), ...reference } },
      async (request) => shownReference(requireViewer(request)),
    );

    app.post(
      `${api}/autocompletedata`,
      {
        schema: {
          operationId: named('getAutoCompletePost'),
          ...reference,
          body: Type.Object(
            {
              includeCollapsedFields: Type.Optional(
                Type.Boolean({ description: 'Fields of one name and type are found together by it' }),
              ),
              projectIds: Type.Optional(
                Type.Array(Type.Union([Type.Integer(), Type.String({ maxLength: 20 })]), {
                  maxItems: 1000,
                  description: 'Fields are the same for all projects that you work at',
                }),
              ),
            },
            { additionalProperties: false },
          ),
        },
      },
      async (request) => shownReference(requireViewer(request)),
    );

    app.get(
      `${api}/autocompletedata/suggestions`,
      {
        schema: {
          operationId: named('getFieldAutoCompleteForQueryString'),
          tags,
          summary: 'Values of a field, or of the by, from or to of its history, while they are typed',
          querystring: Type.Object({
            fieldName: Type.String({ default: '', maxLength: 300 }),
            fieldValue: Type.String({ default: '', maxLength: 200, description: 'Part of the value' }),
            predicateName: Type.Optional(Type.Enum(['by', 'from', 'to'])),
            predicateValue: Type.String({ default: '', maxLength: 200 }),
          }),
          response: {
            200: Type.Object({
              results: Type.Array(
                Type.Object({
                  value: Type.String({ description: 'As it is written in a query' }),
                  displayName: Type.String({ description: 'HTML, with what was typed in <b>' }),
                  _portico: Type.Object({ text: Type.String({ description: 'The same as plain text' }) }),
                }),
              ),
            }),
            ...errorResponses(400, 401, 403),
          },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        await requireStaff(db, viewer);
        const { fieldName, fieldValue, predicateName, predicateValue } = request.query;
        const text = predicateName === undefined ? fieldValue : predicateValue;
        const [field] = predicateName === 'by' ? [] : await fieldsCalled(db, viewer, fieldName);
        const found =
          predicateName === 'by'
            ? await suggestPeople(db, text)
            : field
              ? await suggestValues(db, viewer, field, text)
              : [];
        return {
          results: found.map((each) => ({
            value: each.value,
            displayName: highlighted(each.text, text),
            _portico: { text: each.text },
          })),
        };
      },
    );

    app.post(
      `${api}/match`,
      {
        schema: {
          operationId: named('matchIssues'),
          tags,
          summary: 'Which of some issues each of some queries finds',
          body: Type.Object(
            {
              issueIds: Type.Array(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }), {
                maxItems: 1000,
              }),
              jqls: jqlsSchema,
            },
            { additionalProperties: false },
          ),
          response: {
            200: Type.Object({
              matches: Type.Array(
                Type.Object({
                  matchedIssues: Type.Array(Type.Integer()),
                  errors: Type.Array(Type.String()),
                }),
              ),
            }),
            ...errorResponses(400, 401, 403),
          },
        },
      },
      async (request) => {
        const viewer = requireViewer(request);
        await requireStaff(db, viewer);
        const ids = request.body.issueIds.map(String);
        const matches = [];
        for (const jql of request.body.jqls) matches.push(await matchQuery(db, viewer, jql, ids));
        return { matches };
      },
    );
  }
}

/** A text as HTML, with what was looked for in bold. */
function highlighted(text: string, query: string): string {
  const wanted = query.trim().toLowerCase();
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted);
  if (at < 0) return escapeHtml(text);
  const end = at + wanted.length;
  return `${escapeHtml(text.slice(0, at))}<b>${escapeHtml(text.slice(at, end))}</b>${escapeHtml(text.slice(end))}`;
}
