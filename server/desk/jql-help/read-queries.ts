import { sql } from 'kysely';
import type { Static } from 'typebox';
import { Type } from 'typebox';
import type { Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { requestsServedBy } from '../access-rules.ts';
import { checkJql } from '../jql/check.ts';
import { compileJqls } from '../jql/compile.ts';
import { parseJql } from '../jql/parse.ts';
import { InvalidJql, type JqlProblem } from '../jql/problems.ts';
import { withinTimeLimit } from '../jql/time-limit.ts';
import type { Strictness } from '../search/input.ts';
import { structureJson, structureSchema } from './structure-json.ts';

/** What is wrong with a query, and where: for an editor. */
export const problemSchema = Type.Object(
  {
    message: Type.String(),
    line: Type.Integer(),
    column: Type.Integer(),
    start: Type.Integer({ description: 'Index of the first character' }),
    end: Type.Integer({ description: 'Index after the last character' }),
    suggestion: Type.Optional(Type.String({ description: 'What may stand there instead' })),
  },
  { title: 'JqlProblem' },
);

/** A query that was read, as api/3 shows it (ParsedJqlQuery). */
export const readQuerySchema = Type.Object(
  {
    query: Type.String(),
    structure: Type.Optional(structureSchema),
    errors: Type.Optional(Type.Array(Type.String())),
    warnings: Type.Optional(Type.Array(Type.String())),
    _portico: Type.Object({
      errors: Type.Array(problemSchema),
      warnings: Type.Array(problemSchema),
    }),
  },
  { title: 'ParsedJqlQuery' },
);

/**
 * Reads a query, and says what is wrong with it: strictly, also what it names and there is not; and then it has no structure. With
 * `none`, only whether it is a query.
 */
export async function readQuery(
  db: Database,
  viewer: Viewer,
  query: string,
  strictness: Strictness,
): Promise<Static<typeof readQuerySchema>> {
  const structure = structureOf(query);
  const { errors, warnings } =
    'problems' in structure
      ? { errors: structure.problems, warnings: [] }
      : strictness === 'none'
        ? { errors: [], warnings: [] }
        : await checkJql(db, viewer, query);
  const refused = strictness === 'strict' ? [...errors, ...warnings] : errors;
  const told = strictness === 'strict' ? [] : warnings;
  const isShown = 'json' in structure && (strictness !== 'strict' || refused.length === 0);
  return {
    query,
    ...(isShown && { structure: structure.json }),
    ...(refused.length > 0 && { errors: refused.map(({ message }) => message) }),
    ...(told.length > 0 && { warnings: told.map(({ message }) => message) }),
    _portico: { errors: [...errors], warnings: [...warnings] },
  };
}

type Structure =
  | { readonly json: ReturnType<typeof structureJson> }
  | { readonly problems: readonly JqlProblem[] };

function structureOf(query: string): Structure {
  try {
    return { json: structureJson(parseJql(query)) };
  } catch (error) {
    if (error instanceof InvalidJql) return { problems: error.problems };
    throw error;
  }
}

/** Which of the requests (ids) a query finds, of those that the viewer works on; or what is wrong with it. */
export async function matchQuery(
  db: Database,
  viewer: Viewer,
  jql: string,
  ids: readonly string[],
): Promise<{ matchedIssues: number[]; errors: string[] }> {
  try {
    const [query] = await compileJqls(db, viewer, [jql]);
    const rows = await withinTimeLimit(db, viewer.id, (trx) =>
      trx
        .selectFrom('request')
        .select('request.id')
        .where('request.id', '=', sql<string>`any(${ids}::bigint[])`)
        .where(requestsServedBy(viewer))
        .where(query?.where ?? sql<boolean>`false`)
        .orderBy('request.id')
        .execute(),
    );
    return { matchedIssues: rows.map(({ id }) => Number(id)), errors: [] };
  } catch (error) {
    if (error instanceof InvalidJql) {
      return { matchedIssues: [], errors: error.problems.map(({ message }) => message) };
    }
    throw error;
  }
}
