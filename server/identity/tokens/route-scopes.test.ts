import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../../testing.ts';
import { routesWithNeed } from './route-scopes.ts';

let portico: TestApp;
beforeAll(async () => {
  portico = await createTestApp();
});
afterAll(() => portico?.close());

function described(): string[] {
  const { paths = {} } = portico.app.swagger();
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods ?? {}).map(
      (method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    ),
  );
}

test('every route says which scope it asks of an API token, or that it takes none (route-scopes.ts)', () => {
  const known = new Set(routesWithNeed());
  expect(described().length).toBeGreaterThan(100);
  expect(described().filter((route) => !known.has(route))).toEqual([]);
});

test('nothing is said of routes that do not exist, nor twice of one', () => {
  const routes = routesWithNeed();
  const there = new Set([...described(), 'GET /openapi.json']);
  expect(routes.filter((route) => !there.has(route))).toEqual([]);
  expect(new Set(routes).size).toBe(routes.length);
});
