import { sql } from 'kysely';
import type { App } from '../../platform/http/app-types.ts';
import type { Platform } from '../../platform/platform.ts';
import { choiceListRoutes } from '../choice-lists/routes.ts';

/** Resolutions as administrators make them; api/3 reads them too (issues/). */
export function resolutionRoutes(app: App, platform: Platform): void {
  choiceListRoutes(
    app,
    platform,
    {
      table: 'resolution',
      noun: 'resolution',
      needsDefault: false,
      hasColor: false,
      kept: sql`choice.name`,
      requestColumn: 'resolution',
    },
    { path: 'resolution', one: 'resolution', many: 'resolutions', tag: 'Resolutions' },
  );
}
