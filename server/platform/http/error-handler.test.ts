import { pino } from 'pino';
import { Type } from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from './app-types.ts';
import { errorResponses } from './error-responses.ts';
import { Conflict, Forbidden, Invalid, NotFound, TooManyTries, Unauthenticated } from './errors.ts';
import { createHttpApp } from './testing.ts';

const lines: string[] = [];
let app: App;

beforeAll(async () => {
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  ({ app } = await createHttpApp({ log }, (made) => {
    const thrown: Record<string, () => Error> = {
      invalid: () => new Invalid('Two dates are the wrong way round.', { until: 'Must be after the start.' }),
      fields: () => Invalid.fields({ summary: 'Must not be empty.' }),
      nobody: () => new Unauthenticated('Sign in first.'),
      forbidden: () => new Forbidden('Only agents may do this.'),
      missing: () => new NotFound('There is no such request.'),
      conflict: () => new Conflict('It was changed.'),
      often: () => new TooManyTries('Too many tries.', 41.2),
      bug: () => new TypeError('secret internals of /srv/portico'),
      deadlock: () => Object.assign(new Error('deadlock detected'), { code: '40P01' }),
      nul: () => Object.assign(new Error('invalid byte sequence'), { code: '22021' }),
      nulInJson: () => Object.assign(new Error('unsupported Unicode escape'), { code: '22P05' }),
      database: () => Object.assign(new Error('duplicate key value'), { code: '23505', statusCode: 418 }),
    };
    made.get(
      '/throw/:what',
      {
        schema: {
          params: Type.Object({ what: Type.String() }),
          // A response schema must not get into the way of an error's own shape.
          response: { 200: Type.Object({ ok: Type.Boolean() }), ...errorResponses(404) },
        },
      },
      async (request) => {
        const make = thrown[request.params.what];
        throw make ? make() : new Error('unknown');
      },
    );
    made.post(
      '/form',
      {
        schema: {
          body: Type.Object(
            {
              summary: Type.String({ minLength: 1, maxLength: 10 }),
              impact: Type.Union([Type.Literal('low'), Type.Literal('high')]),
              assignee: Type.Optional(Type.Union([Type.String(), Type.Null()])),
              count: Type.Optional(Type.Integer({ minimum: 1 })),
              nested: Type.Optional(
                Type.Object({ email: Type.String({ format: 'email' }) }, { additionalProperties: false }),
              ),
              list: Type.Optional(Type.Array(Type.String(), { maxItems: 2 })),
            },
            { additionalProperties: false },
          ),
        },
      },
      async () => ({ ok: true }),
    );
    made.get(
      '/list',
      {
        schema: {
          querystring: Type.Object({
            limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
            includeCount: Type.Optional(Type.Boolean()),
            expand: Type.Optional(Type.Array(Type.String())),
            name: Type.Optional(Type.String()),
          }),
        },
      },
      async (request) => request.query,
    );
  }));
});
afterAll(() => app.close());

test.each([
  [
    'invalid',
    400,
    { errorMessages: ['Two dates are the wrong way round.'], errors: { until: 'Must be after the start.' } },
  ],
  ['fields', 400, { errorMessages: [], errors: { summary: 'Must not be empty.' } }],
  ['nobody', 401, { errorMessages: ['Sign in first.'], errors: {} }],
  ['forbidden', 403, { errorMessages: ['Only agents may do this.'], errors: {} }],
  ['missing', 404, { errorMessages: ['There is no such request.'], errors: {} }],
  ['conflict', 409, { errorMessages: ['It was changed.'], errors: {} }],
  ['often', 429, { errorMessages: ['Too many tries.'], errors: {} }],
])('an error that means "%s" is answered with %i in the error shape', async (what, status, body) => {
  const response = await app.inject(`/throw/${what}`);
  expect(response.statusCode).toBe(status);
  expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(response.json()).toEqual(body);
});

test('too many tries say when the next may come, in whole seconds', async () => {
  expect((await app.inject('/throw/often')).headers['retry-after']).toBe('42');
});

test.each(['bug', 'database'])(
  'our own failure (%s) is logged whole and told with its request id only',
  async (what) => {
    lines.length = 0;
    const response = await app.inject(`/throw/${what}`);
    expect(response.statusCode).toBe(500);
    const id = response.headers['x-request-id'];
    expect(response.json().errorMessages[0]).toContain(id);
    expect(response.body).not.toMatch(/secret|duplicate/);
    const logged = lines.map((line) => JSON.parse(line)).find(({ level }) => level === 50);
    expect(logged).toMatchObject({ requestId: id, msg: 'request failed' });
    expect(logged.err.message).toMatch(/secret internals|duplicate key/);
  },
);

async function submit(
  payload: unknown,
): Promise<{ errorMessages: string[]; errors: Record<string, string> }> {
  const response = await app.inject({ method: 'POST', url: '/form', payload: payload as object });
  expect(response.statusCode).toBe(400);
  return response.json();
}

test('a refused form names every field that is wrong, and says what to do', async () => {
  expect(await submit({ summary: '', impact: 'huge', extra: 1, count: 0, list: ['a', 'b', 'c'] })).toEqual({
    errorMessages: [],
    errors: {
      summary: 'Must not be empty.',
      impact: 'Must be one of: low, high.',
      extra: 'There is no such field here: check its spelling, or leave it out.',
      count: 'Must be 1 or more.',
      list: 'Must have at most 2 entries.',
    },
  });
  expect(await submit({ nested: { email: 'no' } })).toEqual({
    errorMessages: [],
    errors: {
      summary: 'This is required.',
      impact: 'This is required.',
      'nested.email': 'Must be an e-mail address.',
    },
  });
});

test('a body that is wrong a thousand times is not told so a thousand times', async () => {
  const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`extra${index}`, 1]));
  expect(Object.keys((await submit(many)).errors).length).toBeLessThanOrEqual(100);
});

test('nothing in a body is converted to fit', async () => {
  const { errors } = await submit({ summary: 5, impact: 'low', count: '3', assignee: 4 });
  expect(errors).toEqual({
    summary: 'Must be a string.',
    count: 'Must be a whole number.',
    assignee: 'Must be a string or null.',
  });
});

test('a body that is no object is refused as a whole', async () => {
  expect(await submit([1])).toEqual({
    errorMessages: ['The body of the request is not valid: must be an object.'],
    errors: {},
  });
});

test('query parameters become the numbers, booleans and lists that the schema asks for', async () => {
  const response = await app.inject('/list?limit=10&includeCount=true&expand=a&name=007');
  expect(response.json()).toEqual({ limit: 10, includeCount: true, expand: ['a'], name: '007' });
  expect((await app.inject('/list?expand=a&expand=b')).json()).toEqual({ limit: 50, expand: ['a', 'b'] });
});

test.each([
  ['limit=ten', 'Query parameter "limit": must be a whole number.'],
  ['limit=1e1', 'Query parameter "limit": must be a whole number.'],
  ['limit=', 'Query parameter "limit": must be a whole number.'],
  ['limit=5.5', 'Query parameter "limit": must be a whole number.'],
  ['limit=101', 'Query parameter "limit": must be 100 or less.'],
  ['includeCount=yes', 'Query parameter "includeCount": must be true or false.'],
])('a query with %s is refused by name', async (query, message) => {
  const response = await app.inject(`/list?${query}`);
  expect(response.statusCode).toBe(400);
  expect(response.json()).toEqual({ errorMessages: [message], errors: {} });
});

test('malformed JSON, an unknown media type, an empty and a too large body are refused in words', async () => {
  const send = (payload: string, type: string) =>
    app.inject({ method: 'POST', url: '/form', payload, headers: { 'content-type': type } });
  const cases = [
    [await send('{"summary":', 'application/json'), 400, 'The body is not valid JSON.'],
    [await send('{"__proto__": {}}', 'application/json'), 400, 'The body is not valid JSON.'],
    [
      await send('', 'application/json'),
      400,
      'The body is empty. Send a JSON object, or leave out Content-Type.',
    ],
    [
      await send('<a/>', 'text/xml'),
      415,
      'The body came as text/xml, which is not understood here. Send it as application/json.',
    ],
    [
      await send('hello', 'text/plain'),
      415,
      'The body came as text/plain, which is not understood here. Send it as application/json.',
    ],
    [
      await send(JSON.stringify({ summary: 'x'.repeat(1024 * 1024) }), 'application/json'),
      413,
      'The body is too large. Send at most 1 MB; files are uploaded as multipart/form-data.',
    ],
  ] as const;
  for (const [response, status, message] of cases) {
    expect(response.statusCode).toBe(status);
    expect(response.json()).toEqual({ errorMessages: [message], errors: {} });
  }
});

test('what is not there, a wrong method and a broken address are told apart', async () => {
  const missing = await app.inject('/rest/nowhere?x=1');
  expect(missing.statusCode).toBe(404);
  expect(missing.json()).toEqual({ errorMessages: ['There is nothing at GET /rest/nowhere.'], errors: {} });

  const wrong = await app.inject({ method: 'DELETE', url: '/throw/bug' });
  expect(wrong.statusCode).toBe(405);
  expect(wrong.headers['allow']).toBe('GET, HEAD');
  expect(wrong.json().errorMessages).toEqual(['DELETE is not possible at /throw/bug. Use GET or HEAD.']);

  const broken = await app.inject('/%zz');
  expect(broken.statusCode).toBe(400);
  expect(broken.json()).toEqual({ errorMessages: ['The address is not a valid URL.'], errors: {} });
  expect(broken.headers['x-content-type-options']).toBe('nosniff');

  const long = await app.inject(`/throw/${'x'.repeat(301)}`);
  expect(long.statusCode).toBe(414);
});

test.each(['nul', 'nulInJson'])('text that the database cannot keep is what was sent: %s', async (what) => {
  const response = await app.inject(`/throw/${what}`);
  expect(response.statusCode).toBe(400);
  expect(response.json().errorMessages).toEqual([
    'Something that was sent has a NUL character (U+0000) in it. Leave it out.',
  ]);
});

test('what collides with another change is to be tried again', async () => {
  const response = await app.inject('/throw/deadlock');
  expect(response.statusCode).toBe(409);
  expect(response.json().errorMessages).toEqual([
    'This collided with another change that was made at the same time, and nothing was changed. Try again.',
  ]);
});
