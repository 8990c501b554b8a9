import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/**
 * Puts kit/color-scheme-script.js before everything else in each page as a file of its own: it must run before the
 * first paint, and the content security policy allows no inline script.
 */
export function colorSchemeScript(web: string): Plugin {
  const source = readFileSync(path.join(web, 'kit/color-scheme-script.js'), 'utf8');
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
        attrs: { src: isBuild ? `/${fileName}` : '/kit/color-scheme-script.js' },
        injectTo: 'head-prepend',
      },
    ],
  };
}
