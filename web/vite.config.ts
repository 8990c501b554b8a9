import path from 'node:path';
import react from '@vitejs/plugin-react';
import presetMantine from 'postcss-preset-mantine';
import { defineConfig, type InlineConfig } from 'vite';
import { builtApart } from './vite/built-apart.ts';
import { colorSchemeScript } from './vite/color-scheme-script.ts';
import { compressed } from './vite/compressed.ts';
import { pages } from './vite/pages.ts';
import { themeStyles } from './vite/theme-styles.ts';

const web = import.meta.dirname;

/** In development: the Portico that answers what is not a page. */
const backend = process.env['PORTICO_BACKEND'] ?? 'http://localhost:8080';
const proxied = ['/rest', '/sso', '/events', '/scim', '/openapi.json', '/healthz', '/readyz'];

/** What every page is made of, so what is worth a chunk of its own that stays cached when our code changes. */
const framework =
  /[\\/]node_modules[\\/](react|react-dom|scheduler|i18next|@tanstack|openapi-fetch|use-sync-external-store)[\\/]/;

/** What every page begins with: one chunk is smaller than many. */
const kit =
  /[\\/]web[\\/]kit[\\/](api|i18n[\\/](i18n|language|use-translation)|plain|components[\\/](states|page-title|time|header-menu|app-header|display-settings|person-avatar))/;

/** How these pages are built. */
function building(...entries: readonly string[]) {
  return {
    root: web,
    base: '/',
    publicDir: false,
    plugins: [react(), colorSchemeScript(web), themeStyles(), compressed()],
    css: { postcss: { plugins: [presetMantine()] } },
    build: {
      outDir: path.join(web, '../dist/web'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        input: entries.map((entry) => path.join(web, `${entry}.html`)),
        output: {
          codeSplitting: {
            groups: [
              { name: 'framework', test: framework },
              { name: 'kit', test: kit },
            ],
          },
        },
      },
    },
  } satisfies InlineConfig;
}

const portal = building('portal');

export default defineConfig(({ command }) => {
  // whoever builds, a test run too, builds what customers get
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    ...portal,
    appType: 'mpa',
    // customers load nothing that only staff need
    plugins: [...portal.plugins, pages(), builtApart(building('agent', 'admin'))],
    optimizeDeps: { entries: ['portal.html', 'agent.html', 'admin.html'] },
    server: {
      proxy: Object.fromEntries(proxied.map((prefix) => [prefix, { target: backend, xfwd: true }])),
    },
  };
});
