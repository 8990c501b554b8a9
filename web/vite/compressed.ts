import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

/** Less than this travels in one packet as it is, in bytes. */
const worthwhile = 1400;

/**
 * Puts a brotli and a gzip form beside each asset, so that the server sends what was compressed once and well instead of
 * compressing at every request.
 */
export function compressed(): Plugin {
  return {
    name: 'portico-compressed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const folder = path.join(dir, 'assets');
      const written = new Set(Object.keys(bundle).map((name) => path.basename(name)));
      const names = (await readdir(folder)).filter(
        (name) => written.has(name) && /\.(js|css|svg)$/.test(name),
      );
      await Promise.all(names.map((name) => compressFile(path.join(folder, name))));
    },
  };
}

async function compressFile(file: string): Promise<void> {
  const content = await readFile(file);
  if (content.length < worthwhile) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await Promise.all([
    brotli(content, { params }).then((small) => writeFile(`${file}.br`, small)),
    zip(content, { level: 9 }).then((small) => writeFile(`${file}.gz`, small)),
  ]);
}
