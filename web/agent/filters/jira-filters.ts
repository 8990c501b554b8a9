import { api } from '../../kit/api/client.ts';
import type { Filter, FilterPage, SharePermission } from './filters-queries.ts';

type Answer<T> = Promise<{ data?: T; error?: unknown; response: Response }>;
interface FilterBody {
  name: string;
  description: string;
  jql: string;
  favourite?: boolean;
  sharePermissions: SharePermission[];
  editPermissions: SharePermission[];
}

/** The calls about filters, as Jira describes them. */
export const jiraFilters = api as unknown as {
  GET(
    path: '/rest/api/3/filter/search',
    init: { params: { query: Record<string, string | number | boolean> }; signal: AbortSignal },
  ): Answer<FilterPage>;
  GET(
    path: '/rest/api/3/filter/favourite' | '/rest/api/3/filter/my',
    init: { signal: AbortSignal },
  ): Answer<Filter[]>;
  GET(
    path: '/rest/api/3/filter/{id}',
    init: { params: { path: { id: string } }; signal: AbortSignal },
  ): Answer<Filter>;
  PUT(
    path: '/rest/api/3/filter/{id}/columns',
    init: { params: { path: { id: string } }; body: { columns: string[] } },
  ): Answer<unknown>;
  PUT(
    path: '/rest/api/3/filter/{id}',
    init: { params: { path: { id: string } }; body: FilterBody },
  ): Answer<Filter>;
  PUT(path: '/rest/api/3/filter/{id}/favourite', init: { params: { path: { id: string } } }): Answer<Filter>;
  DELETE(
    path: '/rest/api/3/filter/{id}/favourite' | '/rest/api/3/filter/{id}/columns',
    init: { params: { path: { id: string } } },
  ): Answer<unknown>;
  DELETE(path: '/rest/api/3/filter/{id}', init: { params: { path: { id: string } } }): Answer<unknown>;
  POST(path: '/rest/api/3/filter', init: { body: FilterBody }): Answer<Filter>;
};
