import { Type } from 'typebox';

/** The `expand` of servicedeskapi: names apart by commas, or the parameter several times. */
export const expandSchema = Type.Optional(
  Type.Union(
    [Type.String({ maxLength: 500 }), Type.Array(Type.String({ maxLength: 500 }), { maxItems: 20 })],
    {
      description: 'What to show in full, apart by commas',
    },
  ),
);

/** The names in an `expand`. Unknown ones are left to be ignored, as Jira does. */
export function expansions(expand: string | readonly string[] | undefined): Set<string> {
  const names = typeof expand === 'string' ? [expand] : (expand ?? []);
  return new Set(names.flatMap((name) => name.split(',')).map((name) => name.trim()));
}
