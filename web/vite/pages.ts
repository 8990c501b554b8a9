import type { Plugin } from 'vite';

/** Which html answers a path; the server serves the built pages by the same rule. */
function pageOf(path: string): string | null {
  if (/^\/servicedesk\//.test(path)) return '/portal.html';
  if (/^\/(browse|projects)(\/|$)/.test(path)) return '/agent.html';
  if (/^\/(admin|setup)(\/|$)/.test(path)) return '/admin.html';
  return null;
}

/** In development: pages by their path, and the root leads to the help center. */
export function pages(): Plugin {
  return {
    name: 'portico-pages',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://localhost');
        if (url.pathname === '/') {
          response.writeHead(302, { location: '/servicedesk/customer/portals' }).end();
          return;
        }
        // a module of the admin entry is not one of its pages
        const page = request.headers.accept?.includes('text/html') ? pageOf(url.pathname) : null;
        if (page) request.url = page + url.search;
        next();
      });
    },
  };
}
