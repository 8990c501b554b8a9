import { api } from '../../kit/api/client.ts';

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The calls of the search, as Jira describes them. */
export const jiraSearch = api as unknown as {
  GET(path: '/rest/api/3/user/columns', init: { signal: AbortSignal }): Promise<Answer<{ value?: string }[]>>;
  PUT(path: '/rest/api/3/user/columns', init: { body: { columns: string[] } }): Promise<Answer<unknown>>;
  DELETE(path: '/rest/api/3/user/columns', init: object): Promise<Answer<unknown>>;
};
