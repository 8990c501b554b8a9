import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** `S01–S08` in a table stands for eight rows. */
function idsOf(cell: string): string[] {
  const [, letter = '', first = '', last = first] = /^([A-Z])(\d\d)(?:–[A-Z](\d\d))?$/.exec(cell) ?? [];
  const count = Number(last) - Number(first) + 1;
  return Array.from(
    { length: count },
    (_, index) => `${letter}${String(Number(first) + index).padStart(2, '0')}`,
  );
}

it('each attack class of docs/attack-classes.md has a test that carries its id', async () => {
  const catalogue = await readFile(join(root, 'docs', 'attack-classes.md'), 'utf8');
  const ids = [...catalogue.matchAll(/^\| ([A-Z]\d\d(?:–[A-Z]\d\d)?) \|/gm)].flatMap(([, cell = '']) =>
    idsOf(cell),
  );
  expect(ids.length).toBeGreaterThan(50);
  const tested = new Set<string>();
  // Names of tests, and of the rows that tables of tests are made of.
  for await (const path of glob('server/{identity,customers,desk,platform}/**/*.ts', { cwd: root })) {
    if (!/\.test\.ts$|\/attacks\//.test(path)) continue;
    const text = await readFile(join(root, path), 'utf8');
    for (const [, id = ''] of text.matchAll(/['"`](?:[^'"`\n]*[ (])?([SOLF]\d\d)\b/g)) tested.add(id);
  }
  expect(ids.filter((id) => !tested.has(id))).toEqual([]);
});
