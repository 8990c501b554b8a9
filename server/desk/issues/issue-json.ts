import { type Static, Type } from 'typebox';
import { jiraUserSchema } from '../../identity/index.ts';
import type { JsonValue } from '../../platform/database/schema.ts';
import { adfSchema } from '../../platform/formats/rich-text.ts';
import { commentsOfIssueSchema } from '../comments/jira-json.ts';
import { issueLinkSchema } from '../links/json.ts';
import type { Showing } from '../people.ts';
import { type FieldNames, shownToAgents } from '../request-types/field-names.ts';
import { formFieldTypeOf } from '../request-types/fields/form.ts';
import type { FormField } from '../request-types/fields/form-field.ts';
import type { RequestContent } from '../requests/store.ts';
import { votesSchema } from '../votes/json.ts';
import { watchesSchema } from '../watchers/json.ts';
import { worklogPageSchema } from '../worklogs/json.ts';
import { type ApiVersion, nullable } from './api-version.ts';
import { issueAttachmentSchema } from './attachment-json.ts';
import { changelogPageSchema } from './changelog.ts';
import { editMetaSchema } from './field-meta.ts';
import { listedExtras, listedFields } from './json.ts';
import { requestTypeFieldSchema } from './request-type-field.ts';

/** An issue, with what there is of its fields. */
function schemaOf(version: ApiVersion) {
  return Type.Object(
    {
      expand: Type.Optional(Type.String()),
      id: Type.String(),
      key: Type.String(),
      self: Type.String(),
      fields: Type.Object(
        {
          ...listedFields,
          description: Type.Optional(nullable(version === '3' ? adfSchema : Type.String())),
          attachment: Type.Optional(Type.Array(issueAttachmentSchema)),
          watches: Type.Optional(watchesSchema),
          votes: Type.Optional(votesSchema),
          comment: Type.Optional(commentsOfIssueSchema),
          worklog: Type.Optional(worklogPageSchema),
          issuelinks: Type.Optional(Type.Array(issueLinkSchema)),
          creator: Type.Optional(nullable(jiraUserSchema)),
          organization: Type.Optional(listedExtras.organization),
          requesttype: Type.Optional(requestTypeFieldSchema),
        },
        { additionalProperties: Type.Unknown() },
      ),
      names: Type.Optional(Type.Record(Type.String(), Type.String())),
      schema: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
      renderedFields: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
      changelog: Type.Optional(changelogPageSchema),
      transitions: Type.Optional(Type.Array(Type.Unknown())),
      editmeta: Type.Optional(editMetaSchema),
      _portico: Type.Object({
        ...listedExtras,
        hasFeedback: Type.Boolean({
          description: 'The reporter has said what they think of how it was handled',
        }),
        fields: Type.Optional(
          Type.Array(
            Type.Object({
              id: Type.String(),
              label: Type.String(),
              value: Type.String({ description: 'In words' }),
              type: Type.String(),
              content: Type.Unknown({ description: 'As the service desk API shows it' }),
              section: nullable(Type.Object({ id: Type.String(), title: Type.String() })),
            }),
            { description: 'What was filled into the form, in its order' },
          ),
        ),
      }),
    },
    { title: version === '3' ? 'Issue' : 'Issue2' },
  );
}

/** A request as api/3 shows it: an issue. */
export const issueSchema = schemaOf('3');
/** The same as api/2 shows it, which has text where api/3 has documents. */
export const issueSchema2 = schemaOf('2');

/** An issue on the wire. */
export type IssueJson = Static<typeof issueSchema>;

/** What was filled into a request, as api/2 and api/3 show it by field id; null where there is nothing. */
export function filledFieldsJson(
  { customFields, description, descriptionText }: RequestContent,
  form: readonly FormField[],
  names: FieldNames,
  showing: Showing,
  version: ApiVersion,
): Record<string, unknown> {
  const shown = shownToAgents(names, showing);
  const fields: Record<string, unknown> = {
    description: version === '3' ? description : description && descriptionText,
  };
  for (const field of form) {
    if (field.customId === null) continue;
    const stored = customFields[field.customId] ?? null;
    const type = formFieldTypeOf(field);
    const isText = version === '2' && field.type === 'paragraph';
    fields[field.key] =
      stored === null
        ? null
        : isText
          ? type.display(stored, field, shown)
          : type.issueValue(stored, field, shown);
  }
  return fields;
}

/** What was filled into the form, in its order and in words. */
export function filledInWords(
  { customFields }: RequestContent,
  form: readonly FormField[],
  names: FieldNames,
  showing: Showing,
): NonNullable<IssueJson['_portico']['fields']> {
  const shown = shownToAgents(names, showing);
  return form.flatMap((field) => {
    const stored: JsonValue = field.customId === null ? null : (customFields[field.customId] ?? null);
    if (stored === null) return [];
    const type = formFieldTypeOf(field);
    return {
      id: field.key,
      label: field.label,
      value: type.display(stored, field, shown),
      type: field.type,
      content: type.serviceDeskValue(stored, field, shown),
      section: field.section && { id: field.section.id, title: field.section.title },
    };
  });
}
