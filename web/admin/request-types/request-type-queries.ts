import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { paths } from '../../kit/api/schema.d.ts';

async function fetchTypes(serviceDeskId: string, signal: AbortSignal) {
  return answer(
    api.GET('/rest/portico/1/service-desk/{serviceDeskId}/request-type', {
      params: { path: { serviceDeskId } },
      signal,
    }),
  );
}

export type RequestTypes = Awaited<ReturnType<typeof fetchTypes>>;
export type ListedType = RequestTypes['values'][number];
export type TypeGroup = RequestTypes['groups'][number];

/** The request types of a desk in their order, archived ones last, with its groups and all workflows. */
export function requestTypesQuery(serviceDeskId: string) {
  return queryOptions({
    queryKey: ['request-types', serviceDeskId],
    queryFn: ({ signal }) => fetchTypes(serviceDeskId, signal),
  });
}

async function fetchType(serviceDeskId: string, requestTypeId: string, signal?: AbortSignal) {
  return answer(
    api.GET('/rest/portico/1/service-desk/{serviceDeskId}/request-type/{requestTypeId}', {
      params: { path: { serviceDeskId, requestTypeId } },
      ...(signal && { signal }),
    }),
  );
}

export type EditedType = Awaited<ReturnType<typeof fetchType>>;

/** A request type with its form, as it is changed. */
export function editedTypeQuery(serviceDeskId: string, id: string) {
  return queryOptions({
    queryKey: ['request-type', serviceDeskId, id],
    queryFn: ({ signal }) => fetchType(serviceDeskId, id, signal),
    // a form that is being edited is not exchanged by a look at another window
    refetchOnWindowFocus: false,
  });
}

async function fetchFields(serviceDeskId: string, signal: AbortSignal) {
  return (
    await answer(
      api.GET('/rest/portico/1/service-desk/{serviceDeskId}/form-field', {
        params: { path: { serviceDeskId } },
        signal,
      }),
    )
  ).values;
}

/** A field that can be put on a form. */
export type AskableField = Awaited<ReturnType<typeof fetchFields>>[number];

/** The fields that forms of the desk can ask for, with the options that they have there. */
export function askableFieldsQuery(serviceDeskId: string) {
  return queryOptions({
    queryKey: ['form-fields', serviceDeskId],
    queryFn: ({ signal }) => fetchFields(serviceDeskId, signal),
  });
}

/** When something is shown. */
export type ShowWhen = NonNullable<NonNullable<EditedType['form'][number]['field']>['showWhen']>;
export type Rule = ShowWhen['rules'][number];

type TypePath = '/rest/portico/1/service-desk/{serviceDeskId}/request-type';
/** What a request type is made of. */
export type RequestTypeInput = paths[TypePath]['post']['requestBody']['content']['application/json'];
export type FormInput = RequestTypeInput['form'];

/** Makes a request type with its form. */
export function addRequestType(serviceDeskId: string, body: RequestTypeInput): Promise<EditedType> {
  return answer(
    api.POST('/rest/portico/1/service-desk/{serviceDeskId}/request-type', {
      params: { path: { serviceDeskId } },
      body,
    }),
  );
}

/** Changes a request type with its form; refused (409) when it has changed since `version`. */
export function changeRequestType(
  serviceDeskId: string,
  requestTypeId: string,
  body: RequestTypeInput & { readonly workflowId: string; readonly version: number },
): Promise<EditedType> {
  return answer(
    api.PUT('/rest/portico/1/service-desk/{serviceDeskId}/request-type/{requestTypeId}', {
      params: { path: { serviceDeskId, requestTypeId } },
      body,
    }),
  );
}

/** Takes a request type out of use. */
export function archiveRequestType(serviceDeskId: string, requestTypeId: string): Promise<EditedType> {
  return answer(
    api.POST('/rest/portico/1/service-desk/{serviceDeskId}/request-type/{requestTypeId}/archive', {
      params: { path: { serviceDeskId, requestTypeId } },
    }),
  );
}

/** Takes a request type back into use. */
export function restoreRequestType(serviceDeskId: string, requestTypeId: string): Promise<EditedType> {
  return answer(
    api.POST('/rest/portico/1/service-desk/{serviceDeskId}/request-type/{requestTypeId}/restore', {
      params: { path: { serviceDeskId, requestTypeId } },
    }),
  );
}

/** Deletes a request type that has no requests. */
export async function deleteRequestType(serviceDeskId: string, requestTypeId: string): Promise<void> {
  await answer(
    api.DELETE('/rest/servicedeskapi/servicedesk/{serviceDeskId}/requesttype/{requestTypeId}', {
      params: { path: { serviceDeskId, requestTypeId } },
    }),
  );
}

/** Puts the request types that are in use into this order. */
export function orderRequestTypes(serviceDeskId: string, ids: string[]): Promise<RequestTypes> {
  return answer(
    api.PUT('/rest/portico/1/service-desk/{serviceDeskId}/request-type-order', {
      params: { path: { serviceDeskId } },
      body: { ids },
    }),
  );
}

/** Makes these the groups of request types. */
export function changeGroups(
  serviceDeskId: string,
  groups: { id?: string; name: string }[],
): Promise<RequestTypes> {
  return answer(
    api.PUT('/rest/portico/1/service-desk/{serviceDeskId}/request-type-group', {
      params: { path: { serviceDeskId } },
      body: { groups },
    }),
  );
}
