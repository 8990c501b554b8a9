import { api } from '../api/client.ts';

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The calls about JQL, as Jira describes them. */
export const jiraJql = api as unknown as {
  GET(
    path: '/rest/api/3/jql/autocompletedata',
    init: { signal: AbortSignal },
  ): Promise<
    Answer<{
      visibleFieldNames?: {
        value?: string;
        displayName?: string;
        orderable?: string;
        searchable?: string;
        auto?: string;
        cfid?: string;
        operators?: string[];
        types?: string[];
      }[];
      visibleFunctionNames?: { value?: string; displayName?: string; isList?: string; types?: string[] }[];
    }>
  >;
  GET(
    path: '/rest/api/3/jql/autocompletedata/suggestions',
    init: { params: { query: Record<string, string> }; signal: AbortSignal },
  ): Promise<Answer<{ results?: { value?: string; displayName?: string }[] }>>;
};
