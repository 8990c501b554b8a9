import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { requireSession } from '../kit/api/session.ts';
import { addCannedStrings } from '../kit/canned-responses/words.ts';
import { PageError } from '../kit/components/page-error.tsx';
import { NotFound } from '../kit/components/states.tsx';
import { DesksPage } from './desks/desks-page.tsx';
import { addQueueStrings } from './queues/manage/words.ts';
import { addSearchStrings } from './search/words.ts';
import frame from './shell/agent-frame.module.css';
import { AgentFrame } from './shell/agent-frame.tsx';

/** The pages of the agent desk. */
export function createAgentRouter(queries: QueryClient) {
  const root = createRootRoute({
    beforeLoad: ({ location }) => requireSession(queries, location.href),
    component: AgentFrame,
    notFoundComponent: () => (
      <main id="main" tabIndex={-1}>
        <NotFound />
      </main>
    ),
  });
  const projects = createRoute({ getParentRoute: () => root, path: '/projects', component: Outlet });
  const desks = createRoute({
    getParentRoute: () => projects,
    path: '/',
    component: () => (
      <main id="main" tabIndex={-1} className={frame['page']}>
        <DesksPage />
      </main>
    ),
  });
  const desk = createRoute({
    getParentRoute: () => projects,
    path: '$projectKey',
    component: lazyRouteComponent(() => import('./queues/desk-route.tsx'), 'DeskRoute'),
  });
  // as Jira Service Management has it
  const queues = createRoute({
    getParentRoute: () => projects,
    path: '$projectKey/queues',
    component: lazyRouteComponent(() => import('./queues/desk-route.tsx'), 'DeskRoute'),
  });
  const queue = createRoute({
    getParentRoute: () => projects,
    path: '$projectKey/queues/custom/$queueId',
    component: lazyRouteComponent(() => import('./queues/desk-route.tsx'), 'DeskRoute'),
  });
  const manageQueues = createRoute({
    getParentRoute: () => projects,
    path: '$projectKey/queues/manage',
    component: lazyRouteComponent(async () => {
      await addQueueStrings();
      return import('./queues/manage/manage-route.tsx');
    }, 'ManageRoute'),
  });
  const queueEditor = async () => {
    await addQueueStrings();
    return import('./queues/manage/editor-route.tsx');
  };
  const newQueue = createRoute({
    getParentRoute: () => projects,
    path: '$projectKey/queues/new',
    // the router reads digits in an address as a number
    validateSearch: ({ from }): { from?: string } =>
      typeof from === 'string' || typeof from === 'number' ? { from: String(from) } : {},
    component: lazyRouteComponent(queueEditor, 'EditorRoute'),
  });
  const editQueue = createRoute({
    getParentRoute: () => projects,
    path: '$projectKey/queues/edit/$queueId',
    component: lazyRouteComponent(queueEditor, 'EditorRoute'),
  });
  const customers = createRoute({
    getParentRoute: () => projects,
    path: '$projectKey/customers',
    component: lazyRouteComponent(() => import('./customers/customers-route.tsx'), 'CustomersRoute'),
  });
  const cannedResponses = createRoute({
    getParentRoute: () => projects,
    path: '$projectKey/canned-responses',
    component: lazyRouteComponent(async () => {
      await addCannedStrings();
      return import('./canned-responses/canned-responses-route.tsx');
    }, 'CannedResponsesRoute'),
  });
  const newRequest = createRoute({
    getParentRoute: () => projects,
    path: 'new-request',
    validateSearch: (search): { desk?: string; type?: string; customer?: string } => {
      const text = (name: string) => {
        const value = search[name];
        return typeof value === 'string' || typeof value === 'number' ? { [name]: String(value) } : {};
      };
      return { ...text('desk'), ...text('type'), ...text('customer') };
    },
    component: lazyRouteComponent(() => import('./new-request/new-request-route.tsx'), 'NewRequestRoute'),
  });
  const request = createRoute({
    getParentRoute: () => root,
    path: '/browse/$key',
    component: lazyRouteComponent(() => import('./request/request-route.tsx'), 'RequestRoute'),
  });
  const search = createRoute({
    getParentRoute: () => root,
    path: '/issues',
    validateSearch: (asked): { jql?: string; filter?: number } => ({
      ...(typeof asked['jql'] === 'string' || typeof asked['jql'] === 'number'
        ? { jql: String(asked['jql']) }
        : {}),
      ...(/^\d{1,15}$/.test(String(asked['filter'])) ? { filter: Number(asked['filter']) } : {}),
    }),
    component: lazyRouteComponent(async () => {
      await addSearchStrings();
      return import('./search/search-route.tsx');
    }, 'SearchRoute'),
  });
  const filters = createRoute({
    getParentRoute: () => root,
    path: '/issues/filters',
    component: lazyRouteComponent(async () => {
      await addSearchStrings();
      return import('./filters/filters-page.tsx');
    }, 'FiltersPage'),
  });
  const bulk = createRoute({
    getParentRoute: () => projects,
    // no key of a project has a hyphen
    path: 'bulk-changes',
    component: lazyRouteComponent(() => import('./bulk/bulk-page.tsx'), 'BulkPage'),
  });
  const bulkOperation = createRoute({
    getParentRoute: () => projects,
    path: 'bulk-changes/$id',
    component: lazyRouteComponent(() => import('./bulk/operation-page.tsx'), 'OperationPage'),
  });
  return createRouter({
    routeTree: root.addChildren([
      projects.addChildren([
        desks,
        desk,
        queues,
        queue,
        manageQueues,
        newQueue,
        editQueue,
        customers,
        cannedResponses,
        newRequest,
        bulk,
        bulkOperation,
      ]),
      request,
      search,
      filters,
    ]),
    scrollRestoration: true,
    defaultPreload: false,
    defaultErrorComponent: PageError,
  });
}
