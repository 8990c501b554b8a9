import { sql } from 'kysely';
import type { App } from '../../platform/http/app-types.ts';
import type { Platform } from '../../platform/platform.ts';
import { choiceListRoutes } from '../choice-lists/routes.ts';

/** Priorities as administrators make them; api/3 reads them too (issues/). */
export function priorityRoutes(app: App, platform: Platform): void {
  choiceListRoutes(
    app,
    platform,
    {
      table: 'priority',
      noun: 'priority',
      needsDefault: true,
      hasColor: true,
      kept: sql`choice.id`,
      requestColumn: 'priority_id',
    },
    { path: 'priority', one: 'priority', many: 'priorities', tag: 'Priorities' },
  );
}
