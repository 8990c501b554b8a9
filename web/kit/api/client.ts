import createClient from 'openapi-fetch';
import { ApiError, apiErrorFrom } from './api-error.ts';
import type { paths } from './schema.d.ts';
import { seenAsHeaders } from './seen-as.ts';
import { fetchWithStepUp } from './step-up.ts';

/** The server's API by the types of its own description. Use with `answer`. */
export const api = createClient<paths>({
  credentials: 'same-origin',
  fetch: fetchWithStepUp,
  headers: seenAsHeaders,
});

type Call<T> = Promise<{ data?: T; error?: unknown; response: Response }>;

let whenSignedOut: () => void = () => {};

/** What to do when a call finds the session gone; set once by mount. */
export function onSignedOut(handler: () => void): void {
  whenSignedOut = handler;
}

/**
 * What a call answered. Throws ApiError when it was refused (status 401 also leads to the sign-in page) or the server
 * was not reached (status 0).
 *
 * `const session = await answer(api.GET('/rest/portico/1/session'))`
 */
export async function answer<T>(call: Call<T>): Promise<NonNullable<T>> {
  try {
    return await answerWithoutSession(call);
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) whenSignedOut();
    throw error;
  }
}

/** The same where 401 is an answer like any other: at the sign-in itself. */
export async function answerWithoutSession<T>(call: Call<T>): Promise<NonNullable<T>> {
  let outcome: Awaited<Call<T>>;
  try {
    outcome = await call;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0);
  }
  const { data, error, response } = outcome;
  if (!response.ok) {
    const refusal = apiErrorFrom(response, error);
    // The portal is no longer seen as somebody else: begun anew, this page says so (kit/seen-as).
    if (refusal.errors['impersonation']) window.location.reload();
    throw refusal;
  }
  return data as NonNullable<T>;
}
