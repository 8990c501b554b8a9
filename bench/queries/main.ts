/**
 * `npm run bench:queries`: what queries cost. Ten typical queues and twenty typical queries are asked in JQL and, in turns with that, in
 * SQL as somebody would write it who knows the tables; at several sizes of the desk, so that it shows what grows with it. What is
 * reported are ratios, and times only beside them.
 *
 * Options: --sizes 10000,100000,1000000, --runs 40, --only <part of a query's name>, --plans (print the slowest plans)
 */
import { parseArgs } from 'node:util';
import { startQueryDatabase } from './database.ts';
import { type Measured, measureQuery } from './measure.ts';
import { benchQueries } from './queries.ts';
import { formatSizes } from './report.ts';
import { measureSlas } from './sla.ts';
import { createQueryWorld } from './world.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    runs: { type: 'string', default: '40' },
    only: { type: 'string', default: '' },
  },
});

const measured = new Map<number, Measured[]>();
for (const size of values.sizes.split(',').map(Number)) {
  console.log(`Preparing ${size.toLocaleString('en')} requests …`);
  await using database = await startQueryDatabase();
  const world = await createQueryWorld(database.db, size);
  const viewer = { id: world.agentId, isAdministrator: false, timeZone: null };
  const results: Measured[] = [];
  for (const query of benchQueries(world)) {
    if (!query.name.includes(values.only)) continue;
    results.push(await measureQuery(database.db, viewer, query, Number(values.runs)));
  }
  measured.set(size, results);
  console.log(formatSizes(new Map([[size, results]])));
  const slas = await measureSlas(database.db, 5_000);
  console.log(
    `Service levels per second: ${Math.round(slas.inMemory)} computed in memory; ${Math.round(slas.kept)} kept, which is ${(slas.kept / slas.read).toFixed(2)} of reading alone`,
  );
}
if (measured.size > 1) console.log(`\n${formatSizes(measured)}`);
