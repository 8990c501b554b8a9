import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../kit/api/client.ts';
import type { paths } from '../../kit/api/schema.d.ts';
import { nextStart } from '../lists/next-page.ts';

/** How mail leaves, and what waits for somebody to look at it. */
export const mailQuery = queryOptions({
  queryKey: ['mail', 'overview'],
  queryFn: ({ signal }) => answer(api.GET('/rest/portico/1/mail', { signal })),
  staleTime: 0,
});

export type MailOverview = Awaited<ReturnType<NonNullable<(typeof mailQuery)['queryFn']>>>;
export type MailSettings = NonNullable<MailOverview['settings']>;

type Body<Path extends '/rest/portico/1/mail'> =
  paths[Path]['put']['requestBody']['content']['application/json'];
export type MailSettingsInput = Omit<Body<'/rest/portico/1/mail'>, 'version'>;

/** Changes it; refused (409) when it has changed since `version` (0: there was none). */
export function changeMailSettings(input: MailSettingsInput, version: number): Promise<MailSettings> {
  return answer(api.PUT('/rest/portico/1/mail', { body: { ...input, version } }));
}

/** Stops sending mail. */
export async function removeMailSettings(): Promise<void> {
  await answer(api.DELETE('/rest/portico/1/mail'));
}

/** Sends a test to the administrator through these settings. */
export function testMail(input: MailSettingsInput) {
  return answer(api.POST('/rest/portico/1/mail/test', { body: input }));
}

export type MailState = 'waiting' | 'sent' | 'kept' | 'failed';

/** What to show of the messages; empty strings: everything. */
export interface MessageSearch {
  readonly state: MailState | '';
  readonly query: string;
}

async function fetchMessages({ state, query }: MessageSearch, start: number, signal: AbortSignal) {
  return answer(
    api.GET('/rest/portico/1/mail/message', {
      params: {
        query: { start, limit: 50, ...(state === '' ? {} : { state }), ...(query === '' ? {} : { query }) },
      },
      signal,
    }),
  );
}

export type Message = Awaited<ReturnType<typeof fetchMessages>>['values'][number];

/** Messages, newest first, page by page. */
export function messagesQuery(search: MessageSearch) {
  return infiniteQueryOptions({
    queryKey: ['mail', 'messages', search],
    queryFn: ({ pageParam, signal }) => fetchMessages(search, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: nextStart,
    placeholderData: (before) => before,
    staleTime: 0,
  });
}

/** A message and what it says. */
export function messageQuery(id: string) {
  return queryOptions({
    queryKey: ['mail', 'message', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/rest/portico/1/mail/message/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
  });
}

/** Tries again to send a message. */
export function sendMessage(id: string): Promise<Message> {
  return answer(api.POST('/rest/portico/1/mail/message/{id}/send', { params: { path: { id } } }));
}

/** Tries again to send all that were kept, or given up. */
export function sendMessages(state: 'kept' | 'failed'): Promise<{ count: number }> {
  return answer(api.POST('/rest/portico/1/mail/message/send', { body: { state } }));
}

export async function removeMessage(id: string): Promise<void> {
  await answer(api.DELETE('/rest/portico/1/mail/message/{id}', { params: { path: { id } } }));
}

/** The kinds of mail. */
export const kindsQuery = queryOptions({
  queryKey: ['mail', 'kinds'],
  queryFn: ({ signal }) => answer(api.GET('/rest/portico/1/mail/template', { signal })),
});

/** How a kind of mail is looked at; `portalId` '': as the site's own. */
export interface KindView {
  readonly locale: 'en' | 'de';
  readonly portalId: string;
}

/** A kind of mail with made-up values. */
export function kindPreviewQuery(name: string, { locale, portalId }: KindView) {
  return queryOptions({
    queryKey: ['mail', 'kind', name, locale, portalId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/rest/portico/1/mail/template/{name}/preview', {
          params: { path: { name }, query: { locale, ...(portalId !== '' && { portalId }) } },
          signal,
        }),
      ),
    placeholderData: (before) => before,
  });
}
