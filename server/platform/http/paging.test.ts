import { Type } from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from './app-types.ts';
import { page, pageQueryProperties, pageSchema } from './paging.ts';
import { createHttpApp } from './testing.ts';

let app: App;
beforeAll(async () => {
  ({ app } = await createHttpApp({ config: { url: new URL('https://desk.example/') } }, (made) => {
    made.get(
      '/rest/things',
      {
        schema: {
          querystring: Type.Object({ ...pageQueryProperties, name: Type.Optional(Type.String()) }),
          response: { 200: pageSchema(Type.Object({ id: Type.String() })) },
        },
      },
      async (request) => {
        const { start, limit } = request.query;
        const all = Array.from({ length: 7 }, (_, index) => ({ id: String(index + 1) }));
        return page({ request, start, limit }, all.slice(start, start + limit + 1));
      },
    );
  }));
});
afterAll(() => app.close());

test('a page in the middle links to the next and the one before, and keeps the other parameters', async () => {
  const response = await app.inject('/rest/things?name=a%26b&start=2&limit=3');
  expect(response.json()).toEqual({
    _expands: [],
    size: 3,
    start: 2,
    limit: 3,
    isLastPage: false,
    _links: {
      self: 'https://desk.example/rest/things?name=a%26b&start=2&limit=3',
      base: 'https://desk.example',
      context: '',
      next: 'https://desk.example/rest/things?name=a%26b&start=5&limit=3',
      prev: 'https://desk.example/rest/things?name=a%26b&start=0&limit=3',
    },
    values: [{ id: '3' }, { id: '4' }, { id: '5' }],
  });
});

test('the last page has no next, the first none before', async () => {
  const last = (await app.inject('/rest/things?start=6&limit=3')).json();
  expect(last).toMatchObject({ isLastPage: true, size: 1 });
  expect(last._links.next).toBeUndefined();
  const first = (await app.inject('/rest/things')).json();
  expect(first).toMatchObject({ isLastPage: true, size: 7, start: 0, limit: 50 });
  expect(first._links.prev).toBeUndefined();
});

test('a page that is exactly full is the last when nothing follows', async () => {
  expect((await app.inject('/rest/things?limit=7')).json()).toMatchObject({ isLastPage: true, size: 7 });
});

test.each(['start=-1', 'limit=0', 'limit=101', 'start=x'])('%s is refused', async (query) => {
  expect((await app.inject(`/rest/things?${query}`)).statusCode).toBe(400);
});
