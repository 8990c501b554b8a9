import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerTo, cookiesOf, leaveForSaml, postResponse } from '../../testing-sign-in.ts';
import { encoded, responseXml } from '../testing-idp.ts';
import { createTarget, type Target } from '../testing-target.ts';

let target: Target;

beforeAll(async () => {
  target = await createTarget();
});

afterAll(async () => {
  await target?.portico.close();
});

const snippets = [
  '<',
  '>',
  '/',
  '"',
  "'",
  '&',
  ';',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?x ?>',
  '&amp;',
  '&#65;',
  '\u0000',
  '\uFEFF',
  ' ',
  '<saml:Assertion>',
  '</saml:Assertion>',
  '<ds:Signature>',
  'xmlns="urn:evil"',
  'ID="_x"',
  'admin@acme.example',
  'sha1',
];

/** A change somewhere in a text: something cut out, put in, doubled or swapped. */
const mutation = fc.record({
  kind: fc.constantFrom('cut', 'insert', 'double', 'swap', 'flip'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 200 }),
  text: fc.constantFrom(...snippets),
});

function mutate(
  text: string,
  { kind, at, to, length, text: more }: typeof mutation extends fc.Arbitrary<infer T> ? T : never,
) {
  const from = Math.floor(at * text.length);
  const piece = text.slice(from, from + length);
  const without = text.slice(0, from) + text.slice(from + length);
  const target = Math.floor(to * without.length);
  if (kind === 'cut') return without;
  if (kind === 'insert') return text.slice(0, from) + more + text.slice(from);
  if (kind === 'double') return text.slice(0, from) + piece + text.slice(from);
  if (kind === 'swap') return without.slice(0, target) + piece + without.slice(target);
  const code = text.charCodeAt(from) ^ 1;
  return text.slice(0, from) + String.fromCharCode(code) + text.slice(from + 1);
}

it.each(['assertion', 'response', 'both'] as const)(
  'a valid response (%s) that was changed anywhere is refused, or is still about the same person; never an error page',
  async (signs) => {
    const { portico, acme, provider } = target;
    const { db } = portico.platform;
    const accounts = await db.selectFrom('account').selectAll().orderBy('id').execute();
    await fc.assert(
      fc.asyncProperty(
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        async (mutations, isBase64) => {
          const journey = await leaveForSaml(portico, provider);
          const xml = responseXml(acme, answerTo(journey, { signs }));
          const changed = isBase64
            ? { encoded: mutations.reduce(mutate, encoded(xml)) }
            : { encoded: encoded(mutations.reduce(mutate, xml)) };
          const posted = await postResponse(portico, journey, '', changed);
          expect(posted.statusCode).toBe(303);
          const to = new URL(String(posted.headers.location), 'http://localhost:8080');
          if (to.pathname.endsWith('/complete')) {
            const done = await portico.app.inject({
              url: `${to.pathname}${to.search}`,
              headers: { cookie: journey.cookie },
            });
            expect(done.statusCode).toBe(303);
            const session = await portico.app.inject({
              url: '/rest/portico/1/session',
              headers: { cookie: cookiesOf(done.headers['set-cookie']) },
            });
            expect(session.json().account.emailAddress).toBe('alice@acme.example');
          } else {
            expect(to.pathname).toBe('/servicedesk/customer/user/login');
            expect(to.searchParams.get('reference')).toMatch(/^[2-9A-Z]{8}$/);
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(await db.selectFrom('account').selectAll().orderBy('id').execute()).toEqual(accounts);
  },
  60_000,
);
