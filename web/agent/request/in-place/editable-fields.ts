import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../kit/api/client.ts';
import type { Choice, FormField } from '../../../kit/request-form/fields/field-module.ts';

async function fetchEditMeta(issueIdOrKey: string, signal: AbortSignal) {
  return answer(
    api.GET('/rest/api/3/issue/{issueIdOrKey}/editmeta', { params: { path: { issueIdOrKey } }, signal }),
  );
}

/** How Jira describes a field that can be filled in: in `editmeta`, and on the screen of a transition. */
export interface FieldMeta {
  readonly required: boolean;
  readonly name: string;
  readonly key: string;
  readonly schema: {
    readonly type: string;
    readonly items?: string | undefined;
    readonly system?: string | undefined;
  };
  readonly allowedValues?: readonly unknown[] | undefined;
  readonly defaultValue?: unknown;
  readonly _portico?:
    | { readonly type: string; readonly settings: FormField['_portico']['settings'] }
    | undefined;
}

/** The fields of a request that can be edited, in order. */
export function editableFieldsQuery(requestKey: string) {
  return queryOptions({
    queryKey: ['request', requestKey, 'editmeta'],
    queryFn: async ({ signal }) => {
      const { fields } = await fetchEditMeta(requestKey, signal);
      return Object.values(fields as Readonly<Record<string, FieldMeta>>).map(formFieldOf);
    },
    // what can be edited changes when somebody changes forms or fields, not with the request
    staleTime: 60_000,
  });
}

/** A field as the controls of forms want it. */
export function formFieldOf(meta: FieldMeta): FormField {
  return {
    fieldId: meta.key,
    name: meta.name,
    description: '',
    required: meta.required,
    validValues: (meta.allowedValues ?? []).flatMap(choiceOf),
    defaultValues: choiceOf(meta.defaultValue),
    _portico: {
      type: meta._portico?.type ?? typeOf(meta.schema),
      settings: meta._portico?.settings ?? {},
      section: null,
      showWhen: null,
    },
  };
}

/** What Jira's own fields are to the controls. */
function typeOf({ type, system }: FieldMeta['schema']): string {
  if (system !== undefined && ['summary', 'description', 'organization'].includes(system)) return system;
  if (type === 'user') return 'person';
  return type === 'priority' || type === 'resolution' ? 'select' : 'text';
}

/** An allowed value: options have a `value`, priorities and the like a `name`. */
function choiceOf(allowed: unknown): Choice[] {
  const { id, value, name, children, disabled } = (allowed ?? {}) as Readonly<Record<string, unknown>>;
  const label = typeof value === 'string' ? value : name;
  if ((typeof id !== 'string' && typeof id !== 'number') || typeof label !== 'string' || disabled === true) {
    return [];
  }
  const under = Array.isArray(children) ? children.flatMap(choiceOf) : [];
  return [{ value: String(id), label, ...(under.length > 0 && { children: under }) }];
}
