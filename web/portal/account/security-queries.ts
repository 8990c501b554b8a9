import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';

function fetchSecurity({ signal }: { signal: AbortSignal }) {
  return answer(api.GET('/rest/portico/1/second-factor', { signal }));
}

/** One's own second factors, recovery codes and remembered browsers. */
export type Security = Awaited<ReturnType<typeof fetchSecurity>>;

export const securityQuery = queryOptions({ queryKey: ['own-second-factors'], queryFn: fetchSecurity });

/** Removes one of one's own second factors. */
export async function removeFactor({ kind, id }: Security['factors'][number]): Promise<void> {
  await answer(api.DELETE('/rest/portico/1/second-factor/{kind}/{id}', { params: { path: { kind, id } } }));
}

/** Makes new recovery codes; the earlier ones do not work any more. */
export async function makeRecoveryCodes(): Promise<readonly string[]> {
  return (await answer(api.POST('/rest/portico/1/second-factor/recovery-codes'))).recoveryCodes;
}

/** Has the second factor asked for again in a remembered browser, or in `all`. */
export async function forgetBrowser(id: string): Promise<void> {
  await answer(api.DELETE('/rest/portico/1/second-factor/device/{id}', { params: { path: { id } } }));
}
