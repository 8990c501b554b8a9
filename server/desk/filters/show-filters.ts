import type { Static } from 'typebox';
import type { Viewer } from '../../identity/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ApiVersion } from '../issues/api-version.ts';
import { type Showing, showing } from '../people.ts';
import {
  type FilterPlace,
  filterDetailsJson,
  type filterDetailsSchema,
  filterJson,
  type filterSchema,
  peopleOfFilters,
} from './json.ts';
import { type Share, sharesOf } from './shares.ts';
import type { Filter } from './store.ts';

/** Where filters are shown: the site at the host that was asked, and the version of the API. */
export interface FilterSite extends Pick<Showing, 'url' | 'siteAddress'> {
  readonly version: ApiVersion;
}

/** Shows filters to somebody, with whom they are shared and whose they are loaded once for all. */
export async function showFilters(
  db: Database,
  site: FilterSite,
  viewer: Viewer,
  filters: readonly Filter[],
): Promise<Static<typeof filterSchema>[]> {
  const { place, shares } = await around(db, site, viewer, filters);
  return filters.map((filter) => filterJson(filter, shares.get(filter.id) ?? [], place));
}

/** Shows filters as a search for filters does. */
export async function showFoundFilters(
  db: Database,
  site: FilterSite,
  viewer: Viewer,
  filters: readonly Filter[],
  expand: ReadonlySet<string>,
): Promise<Static<typeof filterDetailsSchema>[]> {
  const { place, shares } = await around(db, site, viewer, filters);
  return filters.map((filter) => filterDetailsJson(filter, shares.get(filter.id) ?? [], expand, place));
}

async function around(
  db: Database,
  { version, ...site }: FilterSite,
  viewer: Viewer,
  filters: readonly Filter[],
): Promise<{ place: FilterPlace; shares: Map<string, Share[]> }> {
  const shares = await sharesOf(
    db,
    viewer,
    filters.map(({ id }) => id),
  );
  const people = await showing(db, site, viewer, peopleOfFilters(filters, shares));
  return { place: { version, showing: people, isAdministrator: viewer.isAdministrator }, shares };
}
