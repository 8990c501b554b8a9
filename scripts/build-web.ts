/** `npm run build`: builds the web into dist/web, as `npm start` does by itself when its sources have changed. */
import { Failure } from '../server/cli/failure.ts';
import { buildWeb } from '../server/cli/web-build.ts';

const started = performance.now();
try {
  await buildWeb();
  console.log(`Built the web into dist/web in ${((performance.now() - started) / 1000).toFixed(1)} s`);
} catch (error) {
  console.error(error instanceof Failure || !(error instanceof Error) ? String(error) : error.message);
  process.exitCode = 1;
}
