import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestsServedBy } from '../../access-rules.ts';
import { compileJql } from '../compile.ts';
import { loadJqlContext } from '../context.ts';
import { parseJql } from '../parse.ts';
import { finds } from './evaluate.ts';
import { loadTickets, type TicketWorld } from './load-tickets.ts';
import { queries, queriesByHand, sortedQueries } from './queries.ts';
import { randomQuery } from './testing-random-queries.ts';
import { type PersonName, people, tickets } from './tickets.ts';

let world: TicketWorld;
beforeAll(async () => {
  world = await loadTickets();
});
afterAll(() => world.close());

const now = new Date('2026-03-15T12:00:00Z');
const timeZone = 'Europe/Berlin';

/** NORTH-1 is N1, OTHER-1 is O1. */
function short(key: string): string {
  return key.replace(/^([NO])[A-Z]+-/, '$1');
}

/** Queries name people by account ids; here they are written @Anna. */
function withAccounts(jql: string): string {
  return people
    .reduce((text, name) => text.replaceAll(`@${name}`, `"${world.persons[name].account.accountId}"`), jql)
    .replaceAll('SEV', world.fieldIds.get('Severity') ?? '');
}

async function foundBy(jql: string, who: PersonName = 'Anna'): Promise<string[]> {
  const { db } = world.platform;
  const viewer = { id: world.persons[who].account.id, isAdministrator: false, timeZone, locale: 'de' };
  const written = withAccounts(jql);
  const context = await loadJqlContext(db, viewer, [written], { now });
  const { where, sorting } = compileJql(written, context);
  let statement = db.selectFrom('request').select('key').where(requestsServedBy(viewer)).where(where);
  for (const { by, direction } of sorting) statement = statement.orderBy(by, direction);
  return (await statement.execute()).map(({ key }) => short(key));
}

function slowlyFoundBy(jql: string): string[] {
  const query = parseJql(withAccounts(jql));
  const asking = { who: 'Anna' as const, now, timeZone, named: world.named };
  return tickets.filter((ticket) => finds(query, ticket, asking)).map(({ key }) => short(key));
}

const inOrder = (keys: readonly string[]) =>
  tickets.map(({ key }) => short(key)).filter((key) => keys.includes(key));

describe('a query of the corpus finds what it is said to find', () => {
  test.each(queries)('%s', async (jql, expected) => {
    expect(slowlyFoundBy(jql).join(' '), 'the slow way').toBe(expected);
    expect(inOrder(await foundBy(jql)).join(' '), 'in SQL').toBe(expected);
  });

  test.each(queriesByHand)('%s', async (jql, expected) => {
    expect(inOrder(await foundBy(jql)).join(' ')).toBe(expected);
  });

  test.each(sortedQueries)('%s', async (jql, expected) => {
    expect((await foundBy(jql)).join(' ')).toBe(expected);
  });
});

test('the corpus has at least 400 queries', () => {
  expect(queries.length + queriesByHand.length + sortedQueries.length).toBeGreaterThanOrEqual(400);
});

test('agents find nothing on desks that they do not serve', async () => {
  expect(await foundBy('project = NORTH or text ~ "printer"', 'Otto')).toEqual(['O5', 'O2']);
  expect(await foundBy('', 'Alice')).toEqual([]);
});

test('whatever the query, SQL finds what the slow way finds', async () => {
  await fc.assert(
    fc.asyncProperty(randomQuery(), async (jql) => {
      expect(inOrder(await foundBy(jql)).join(' ')).toBe(slowlyFoundBy(jql).join(' '));
    }),
    { numRuns: 300 },
  );
});
