import { type TSchema, Type } from 'typebox';

/** The versions of Jira's API that answer: 3 speaks rich text as ADF, 2 as plain text. */
export const apiVersions = ['3', '2'] as const;

/** One of them. */
export type ApiVersion = (typeof apiVersions)[number];

/** The operation's id in the description of the API: each stands there once per version. */
export function operationIn(version: ApiVersion, operation: string): string {
  return version === '3' ? operation : `${operation}2`;
}

/** What may also be null. */
export function nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}
