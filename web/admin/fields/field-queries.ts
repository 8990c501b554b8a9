import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { paths } from '../../kit/api/schema.d.ts';
import { nextStart } from '../lists/next-page.ts';

/** What the list of fields is narrowed to. */
export interface FieldFilter {
  readonly query: string;
  readonly type: FieldTypeName | null;
  readonly isArchived: boolean;
}

async function fetchFields({ query, type, isArchived }: FieldFilter, start: number, signal: AbortSignal) {
  return answer(
    api.GET('/rest/portico/1/field', {
      params: { query: { start, limit: 50, isArchived, ...(query && { query }), ...(type && { type }) } },
      signal,
    }),
  );
}

/** Custom fields by name, page by page. */
export function fieldsQuery(filter: FieldFilter) {
  return infiniteQueryOptions({
    queryKey: ['fields', filter],
    queryFn: ({ pageParam, signal }) => fetchFields(filter, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: nextStart,
    placeholderData: (previous) => previous,
  });
}

/** A custom field with its contexts and options. */
export type CustomField =
  paths['/rest/portico/1/field/{fieldId}']['get']['responses'][200]['content']['application/json'];
export type FieldTypeName = CustomField['type'];
export type FieldSettings = CustomField['settings'];
export type FieldContext = CustomField['contexts'][number];
/** What a field is changed to. */
export type FieldInput =
  paths['/rest/portico/1/field/{fieldId}']['put']['requestBody']['content']['application/json'];

async function fetchField(fieldId: string, signal?: AbortSignal): Promise<CustomField> {
  return answer(
    api.GET('/rest/portico/1/field/{fieldId}', { params: { path: { fieldId } }, ...(signal && { signal }) }),
  );
}

/** One custom field. */
export function fieldQuery(id: string) {
  return queryOptions({
    queryKey: ['field', id],
    queryFn: ({ signal }) => fetchField(id, signal),
    // a form that is being edited is not exchanged by a look at another window
    refetchOnWindowFocus: false,
  });
}

/** Makes a custom field; its type stays as it is. */
export function createField(type: FieldTypeName, { version: _, ...input }: FieldInput): Promise<CustomField> {
  return answer(api.POST('/rest/portico/1/field', { body: { type, ...input } }));
}

/** Changes a custom field; refused (409) when it has changed since `version`. */
export function changeField(fieldId: string, body: FieldInput): Promise<CustomField> {
  return answer(api.PUT('/rest/portico/1/field/{fieldId}', { params: { path: { fieldId } }, body }));
}

/** Takes a custom field out of use. */
export function archiveField(fieldId: string): Promise<CustomField> {
  return answer(api.POST('/rest/portico/1/field/{fieldId}/archive', { params: { path: { fieldId } } }));
}

/** Takes a custom field back into use. */
export function restoreField(fieldId: string): Promise<CustomField> {
  return answer(api.POST('/rest/portico/1/field/{fieldId}/restore', { params: { path: { fieldId } } }));
}

/** Deletes a custom field that nothing uses. */
export async function deleteField(fieldId: string): Promise<void> {
  await answer(api.DELETE('/rest/portico/1/field/{fieldId}', { params: { path: { fieldId } } }));
}
