/**
 * `npm run bench`: what Portico costs above the least that could do the same. Each case is asked of two servers that run
 * beside each other on one database: Portico, and the floor (floor.ts: a bare Fastify route with hand-written SQL). They
 * take turns in short rounds, so that whatever else the machine does meets both alike; what is reported is the ratio.
 *
 * Options: --requests 100000 (how many requests the desk holds), --rounds 6, --seconds 2 (of one round),
 * --connections 8, --only <part of a case's name>
 */
import { parseArgs } from 'node:util';
import { benchCases } from './cases.ts';
import { compare, formatComparisons } from './compare.ts';
import { startServers } from './servers.ts';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '6' },
    seconds: { type: 'string', default: '2' },
    connections: { type: 'string', default: '8' },
    only: { type: 'string', default: '' },
  },
});

const load = {
  rounds: Number(values.rounds),
  secondsPerRound: Number(values.seconds),
  connections: Number(values.connections),
};
console.log(`Preparing a desk with ${Number(values.requests).toLocaleString('en')} requests …`);
await using servers = await startServers(Number(values.requests));

const comparisons = [];
for (const benchCase of benchCases(servers.world)) {
  if (!benchCase.name.includes(values.only)) continue;
  console.log(`${benchCase.name} …`);
  comparisons.push(await compare(benchCase, servers, load));
}
console.log(`\n${formatComparisons(comparisons, load)}`);
