import type { Database } from '../../platform/database/database.ts';
import { compileJql } from './compile.ts';
import { type JqlViewer, loadJqlContext } from './context.ts';
import { InvalidJql, type JqlProblem } from './problems.ts';

/** What is wrong with a query. */
export interface JqlCheck {
  /** it cannot be run */
  readonly errors: readonly JqlProblem[];
  /** it can be run, and names what there is not */
  readonly warnings: readonly JqlProblem[];
}

/** Says all that is wrong with a query as this person would ask it. */
export async function checkJql(db: Database, viewer: JqlViewer, jql: string): Promise<JqlCheck> {
  try {
    compileJql(jql, await loadJqlContext(db, viewer, [jql]));
    return { errors: [], warnings: [] };
  } catch (error) {
    if (error instanceof InvalidJql) return { errors: error.problems, warnings: [] };
    throw error;
  }
}
