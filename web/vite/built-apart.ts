import path from 'node:path';
import { build, type InlineConfig, type Plugin } from 'vite';

/**
 * Builds further pages into the same folder when the main build is written, apart from it. Pages that are built
 * together share pieces, and who opens one then loads bits that only the others need, in more and smaller files.
 *
 * @param config how they are built; its folder is that of the main build
 */
export function builtApart(config: InlineConfig): Plugin {
  let outDir = '';
  return {
    name: 'portico-built-apart',
    apply: 'build',
    configResolved({ root, build: { outDir: folder } }) {
      outDir = path.resolve(root, folder);
    },
    async writeBundle() {
      await build({
        ...config,
        configFile: false,
        logLevel: 'error',
        build: { ...config.build, outDir, emptyOutDir: false },
      });
    },
  };
}
