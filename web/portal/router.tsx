import type { QueryClient } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { AppHeader } from '../kit/components/app-header.tsx';
import { NotFound } from '../kit/components/states.tsx';

export function createPortalRouter(_queries: QueryClient) {
  const root = createRootRoute({
    component: () => (
      <>
        <AppHeader home="/servicedesk/customer/portals" />
        <main id="main">
          <Outlet />
        </main>
      </>
    ),
    notFoundComponent: NotFound,
  });
  const home = createRoute({
    getParentRoute: () => root,
    path: '/servicedesk/customer/portals',
    component: () => null,
  });
  return createRouter({ routeTree: root.addChildren([home]) });
}
