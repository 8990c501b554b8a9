import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { paths } from '../../kit/api/schema.d.ts';

/** Which list: each request has one of its choices. */
export type ListName = 'priority' | 'resolution';
export type Choice =
  paths['/rest/portico/1/priority']['get']['responses'][200]['content']['application/json']['values'][number];
export type ChoiceInput =
  paths['/rest/portico/1/priority']['post']['requestBody']['content']['application/json'];

/** All choices of a list, in order. */
export function choicesQuery(list: ListName) {
  return queryOptions({
    queryKey: ['choices', list],
    queryFn: async ({ signal }): Promise<readonly Choice[]> =>
      (await answer(api.GET(`/rest/portico/1/${list}`, { signal }))).values,
  });
}

/** Makes a choice (id null), or changes one. */
export function saveChoice(list: ListName, choiceId: string | null, body: ChoiceInput): Promise<Choice> {
  return choiceId === null
    ? answer(api.POST(`/rest/portico/1/${list}`, { body }))
    : answer(api.PUT(`/rest/portico/1/${list}/{choiceId}`, { params: { path: { choiceId } }, body }));
}

/** Puts the choices into this order. */
export async function orderChoices(list: ListName, ids: string[]): Promise<readonly Choice[]> {
  return (await answer(api.PUT(`/rest/portico/1/${list}-order`, { body: { ids } }))).values;
}

/** Deletes a choice; what has it gets `replaceWith` (''; nothing has it). */
export async function deleteChoice(list: ListName, choiceId: string, replaceWith: string): Promise<void> {
  await answer(
    api.DELETE(`/rest/portico/1/${list}/{choiceId}`, {
      params: { path: { choiceId }, query: replaceWith === '' ? {} : { replaceWith } },
    }),
  );
}
