import { expect, test } from 'vitest';
import { createTestDatabase } from '../server/platform/database/testing.ts';
import { generateApiFiles, staleFiles, tableTypesOf } from './generated-files.ts';

test('the description of the API and its types are those of the routes (else run npm run generate)', async () => {
  expect(await staleFiles(await generateApiFiles())).toEqual([]);
});

test('the description is the same each time it is made', async () => {
  const [first, second] = [await generateApiFiles(), await generateApiFiles()];
  expect(second).toEqual(first);
});

test('the types of the tables are those that the migrations make (else run npm run generate)', async () => {
  const database = await createTestDatabase();
  try {
    expect(await staleFiles([await tableTypesOf(database.url)])).toEqual([]);
  } finally {
    await database.drop();
  }
});
