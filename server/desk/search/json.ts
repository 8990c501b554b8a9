import { Type } from 'typebox';
import type { ApiVersion } from '../issues/api-version.ts';
import { issueSchema, issueSchema2 } from '../issues/issue-json.ts';
import { mostCounted } from './search.ts';

/** An issue as a search shows it: with those of its fields that were asked for. */
function foundIssueSchema(version: ApiVersion) {
  const { properties } = version === '3' ? issueSchema : issueSchema2;
  const { names: _names, schema: _schema, editmeta: _editmeta, fields, ...others } = properties;
  return Type.Object(
    {
      ...others,
      properties: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
      fields: Type.Object(Type.Partial(Type.Object(fields.properties)).properties, {
        additionalProperties: Type.Unknown(),
      }),
    },
    { title: version === '3' ? 'FoundIssue' : 'FoundIssue2' },
  );
}

const namesAndSchema = {
  names: Type.Optional(Type.Record(Type.String(), Type.String())),
  schema: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
};

/** Whether there are more than were counted. */
export const cappedSchema = Type.Object({
  isCapped: Type.Boolean({ description: `There are more than ${mostCounted.toLocaleString('en')}` }),
});

/** What a search finds, as clients ask that page by number (SearchResults). */
export function searchResultsSchema(version: ApiVersion) {
  return Type.Object(
    {
      expand: Type.String(),
      startAt: Type.Integer(),
      maxResults: Type.Integer(),
      total: Type.Integer({ description: `Exact up to ${mostCounted.toLocaleString('en')}` }),
      issues: Type.Array(foundIssueSchema(version)),
      warningMessages: Type.Optional(Type.Array(Type.String())),
      ...namesAndSchema,
      _portico: cappedSchema,
    },
    { title: version === '3' ? 'SearchResults' : 'SearchResults2' },
  );
}

/** What a search finds, as clients ask that read on from where they stand (SearchAndReconcileResults). */
export function foundPageSchema(version: ApiVersion) {
  return Type.Object(
    {
      isLast: Type.Boolean(),
      issues: Type.Array(foundIssueSchema(version)),
      nextPageToken: Type.Optional(
        Type.String({ description: 'Where to read on; good for the same jql and person' }),
      ),
      ...namesAndSchema,
    },
    { title: version === '3' ? 'FoundPage' : 'FoundPage2' },
  );
}
