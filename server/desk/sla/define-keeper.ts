import type { Platform } from '../../platform/platform.ts';
import { keepSlas } from './keeper.ts';
import { goOn } from './recompute-desk.ts';
import { tellDue } from './tell-due.ts';

/** How long a process rests when there was nothing to do, in milliseconds: so old is what a queue shows at the most. */
const restMs = 500;

/** Keeps service levels in every process: computes them when something has happened, tells what is due, and goes on with what is computed anew. */
export function defineSlaKeeper({ jobs }: Pick<Platform, 'jobs'>): void {
  jobs.repeat('desk.sla-keep', restMs, async ({ db, log }) => {
    const kept = await keepSlas(db, (error, requestId) =>
      log.error({ err: error, requestId }, 'the SLAs of a request could not be computed'),
    );
    const told = await tellDue(db);
    return kept > 0 || told;
  });
  // By itself, so that a desk with very many requests does not keep the others from being told.
  jobs.repeat('desk.sla-recompute', restMs, ({ db, log }) =>
    goOn(db, (error, recomputeId) =>
      log.error({ err: error, recomputeId }, 'SLAs could not be computed anew'),
    ),
  );
}
