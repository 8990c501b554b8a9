import path from 'node:path';
import react from '@vitejs/plugin-react';
import presetMantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';
import { colorSchemeScript } from './vite/color-scheme-script.ts';
import { pages } from './vite/pages.ts';
import { themeStyles } from './vite/theme-styles.ts';

const web = import.meta.dirname;

/** In development: the Portico that answers what is not a page. */
const backend = process.env['PORTICO_BACKEND'] ?? 'http://localhost:8080';
const proxied = ['/rest', '/sso', '/events', '/scim', '/openapi.json', '/healthz', '/readyz'];

export default defineConfig({
  root: web,
  base: '/',
  appType: 'mpa',
  publicDir: false,
  plugins: [react(), pages(), colorSchemeScript(web), themeStyles()],
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
