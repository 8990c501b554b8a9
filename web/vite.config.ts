import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import presetMantine from 'postcss-preset-mantine';
import { defineConfig, type Plugin } from 'vite';

const web = import.meta.dirname;

/** Which html answers a path; the server serves the built pages by the same rule. */
function pageOf(url: string): string | null {
  if (/^\/servicedesk\//.test(url)) return '/portal.html';
  if (/^\/(browse|projects)(\/|$)/.test(url)) return '/agent.html';
  if (/^\/(admin|setup)(\/|$)/.test(url)) return '/admin.html';
  return null;
}

/** In development: pages by their path, and the root leads to the help center. */
function pages(): Plugin {
  return {
    name: 'portico-pages',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://localhost');
        if (url.pathname === '/') {
          response.writeHead(302, { location: '/servicedesk/customer/portals' }).end();
          return;
        }
        const page = pageOf(url.pathname);
        if (page) request.url = page + url.search;
        next();
      });
    },
  };
}

/**
 * Puts kit/color-scheme.js before everything else in each page as a file of its own: it must run before the first
 * paint, and the content security policy allows no inline script.
 */
function colorSchemeScript(): Plugin {
  const source = readFileSync(path.join(web, 'kit/color-scheme.js'), 'utf8');
  const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
  const fileName = `assets/color-scheme-${hash}.js`;
  let isBuild = false;
  return {
    name: 'portico-color-scheme',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source });
    },
    transformIndexHtml: () => [
      {
        tag: 'script',
        attrs: { src: isBuild ? `/${fileName}` : '/kit/color-scheme.js' },
        injectTo: 'head-prepend',
      },
    ],
  };
}

const backend = process.env['PORTICO_BACKEND'] ?? 'http://localhost:8080';
const proxied = ['/rest', '/sso', '/events', '/scim', '/openapi.json', '/healthz', '/readyz'];

export default defineConfig({
  root: web,
  base: '/',
  appType: 'mpa',
  publicDir: false,
  plugins: [react(), pages(), colorSchemeScript()],
  css: {
    postcss: {
      plugins: [presetMantine()],
    },
  },
  build: {
    outDir: path.join(web, '../dist/web'),
    emptyOutDir: true,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: ['portal', 'agent', 'admin'].map((entry) => path.join(web, `${entry}.html`)),
    },
  },
  server: {
    proxy: Object.fromEntries(proxied.map((prefix) => [prefix, { target: backend, xfwd: true }])),
  },
});
