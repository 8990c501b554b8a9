import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDeskWorld, type DeskWorld } from '../testing.ts';

let world: DeskWorld;
beforeAll(async () => {
  world = await createDeskWorld();
});
afterAll(() => world.close());

test('a permission is told once, however often it is asked for', async () => {
  const { ask, people, raise } = world;
  const { id } = await raise();
  const { body } = await ask(people.agent, 'POST', '/rest/api/3/permissions/check', {
    globalPermissions: ['BULK_CHANGE', 'BULK_CHANGE'],
    projectPermissions: [{ permissions: ['EDIT_ISSUES,EDIT_ISSUES', 'EDIT_ISSUES'], issues: [Number(id)] }],
  });
  expect(body).toEqual({
    globalPermissions: ['BULK_CHANGE'],
    projectPermissions: [{ permission: 'EDIT_ISSUES', projects: [], issues: [Number(id)] }],
  });
});
