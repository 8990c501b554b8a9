/**
 * `npm run generate`: writes the files that are made from the source: the API's description (openapi.json), the web's
 * types of it (web/kit/api/schema.d.ts) and the types of the tables (server/platform/database/schema.ts).
 * With `-- --check` it writes nothing and fails when one of them is stale.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { generateApiFiles, generateTableTypes, staleFiles } from './generated-files.ts';

const isCheck = process.argv.includes('--check');
const files = [await generateTableTypes(), ...(await generateApiFiles())];
const stale = await staleFiles(files);

if (isCheck) {
  for (const path of stale)
    console.error(`${path} is stale: run “npm run generate” and commit what it writes.`);
  if (stale.length > 0) process.exitCode = 1;
} else {
  for (const { path, text } of files) {
    if (!stale.includes(path)) continue;
    await writeFile(fileURLToPath(new URL(`../${path}`, import.meta.url)), text);
    console.log(`wrote ${path}`);
  }
  if (stale.length === 0) console.log('All generated files are up to date.');
}
