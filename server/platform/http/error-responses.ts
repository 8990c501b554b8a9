import { Type } from 'typebox';

/** Jira's error shape: sentences about the whole, and one message per field. */
export const errorSchema = Type.Object(
  {
    errorMessages: Type.Array(Type.String()),
    errors: Type.Record(Type.String(), Type.String()),
  },
  { title: 'Error', description: 'What was wrong, in words for people' },
);

/** The wire form of an error. */
export interface ErrorJson {
  errorMessages: string[];
  errors: Record<string, string>;
}

/** The status codes that a route may answer with in the error shape. */
export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 500 | 503;

/**
 * The error part of a route's response schemas: `response: { 200: thing, ...errorResponses(401, 404) }`. Name those
 * that a caller must expect; 429 and 500 can come from every route and need no mention.
 */
export function errorResponses<Status extends ErrorStatus>(
  ...statuses: readonly Status[]
): Record<Status, typeof errorSchema> {
  const responses: Partial<Record<Status, typeof errorSchema>> = {};
  for (const status of statuses) responses[status] = errorSchema;
  return responses as Record<Status, typeof errorSchema>;
}

/** An error about the whole request. */
export function errorJson(message: string, errors: Record<string, string> = {}): ErrorJson {
  return { errorMessages: message === '' ? [] : [message], errors };
}
