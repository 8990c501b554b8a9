import { type Static, Type } from 'typebox';
import { jiraUserSchema } from '../../identity/index.ts';
import type { ApiVersion } from '../issues/api-version.ts';
import { jiraPersonJson, type Showing } from '../people.ts';
import type { Share } from './shares.ts';
import type { Filter } from './store.ts';

const { self, accountId, avatarUrls, displayName, active } = jiraUserSchema.properties;

/** With whom a filter is shared, as api/3 shows it (SharePermission). */
export const shareSchema = Type.Object(
  {
    id: Type.Integer(),
    type: Type.Enum(['user', 'group', 'project', 'project-unknown', 'loggedin']),
    user: Type.Optional(Type.Object({ self, accountId, avatarUrls, displayName, active })),
    group: Type.Optional(Type.Object({ name: Type.String(), groupId: Type.String(), self: Type.String() })),
    project: Type.Optional(
      Type.Object({
        self: Type.String(),
        id: Type.String(),
        key: Type.String(),
        name: Type.String(),
        projectTypeKey: Type.String(),
        simplified: Type.Boolean(),
        style: Type.String(),
      }),
    ),
  },
  { title: 'SharePermission' },
);

const emptyList = Type.Object({
  size: Type.Integer(),
  items: Type.Array(Type.Unknown()),
  'max-results': Type.Integer(),
  'start-index': Type.Integer(),
  'end-index': Type.Integer(),
});

const extras = {
  _portico: Type.Object({
    isOwner: Type.Boolean({ description: 'Or an administrator: may delete it, and give it away' }),
    isWritable: Type.Boolean(),
    columns: Type.Union([Type.Array(Type.String()), Type.Null()], {
      description: 'Ids of the fields that are shown; null: as whoever looks has them',
    }),
  }),
};

const filterProperties = {
  self: Type.String(),
  id: Type.String(),
  name: Type.String(),
  description: Type.String(),
  owner: Type.Optional(jiraUserSchema),
  jql: Type.String(),
  viewUrl: Type.String(),
  searchUrl: Type.String(),
  favourite: Type.Boolean(),
  favouritedCount: Type.Integer(),
  sharePermissions: Type.Array(shareSchema),
  editPermissions: Type.Array(shareSchema),
};

/** A filter as api/3 shows it. */
export const filterSchema = Type.Object(
  { ...filterProperties, isWritable: Type.Boolean(), subscriptions: emptyList, ...extras },
  { title: 'Filter' },
);

/** A filter as a search for filters shows it: what was asked for in `expand` of it. */
export const filterDetailsSchema = Type.Object(
  {
    expand: Type.String(),
    ...Type.Partial(Type.Object(filterProperties)).properties,
    self: Type.String(),
    id: Type.String(),
    name: Type.String(),
    subscriptions: Type.Optional(Type.Array(Type.Unknown())),
    ...extras,
  },
  { title: 'FilterDetails' },
);

/** Where filters are shown, and with what. */
export interface FilterPlace {
  readonly version: ApiVersion;
  readonly showing: Showing;
  readonly isAdministrator: boolean;
}

/** Shows with whom a filter is shared. */
export function shareJson(share: Share, place: FilterPlace): Static<typeof shareSchema> {
  const { version, showing } = place;
  const api = `${showing.siteAddress}/rest/api/${version}`;
  const id = Number(share.id);
  const { group, project } = share;
  if (share.accountId !== null) {
    const user = jiraPersonJson({ accountId: share.accountId, isStaff: true }, showing);
    return {
      id,
      type: 'user',
      user: {
        self: user.self,
        accountId: user.accountId,
        avatarUrls: user.avatarUrls,
        displayName: user.displayName,
        active: user.active,
      },
    };
  }
  if (group) {
    const address = `${api}/group?groupId=${encodeURIComponent(group.groupId)}`;
    return { id, type: 'group', group: { ...group, self: address } };
  }
  // Which desks there are is told to those alone who work at them.
  if (project && !project.isKnown) return { id, type: 'project-unknown' };
  if (project) {
    return {
      id,
      type: 'project',
      project: {
        self: `${api}/project/${project.id}`,
        id: project.id,
        key: project.key,
        name: project.name,
        projectTypeKey: 'service_desk',
        simplified: false,
        style: 'classic',
      },
    };
  }
  return { id, type: 'loggedin' };
}

/** Shows a filter. */
export function filterJson(
  filter: Filter,
  shares: readonly Share[],
  place: FilterPlace,
): Static<typeof filterSchema> {
  const { version, showing, isAdministrator } = place;
  const { siteAddress, viewer } = showing;
  const api = `${siteAddress}/rest/api/${version}`;
  const shown = (mayEdit: boolean) =>
    shares.filter((share) => share.mayEdit === mayEdit).map((share) => shareJson(share, place));
  return {
    self: `${api}/filter/${filter.id}`,
    id: filter.id,
    name: filter.name,
    description: filter.description,
    ...(filter.ownerId !== null && {
      owner: jiraPersonJson({ accountId: filter.ownerId, isStaff: true }, showing),
    }),
    jql: filter.jql,
    viewUrl: `${siteAddress}/issues/?filter=${filter.id}`,
    searchUrl: `${api}/search?jql=${encodeURIComponent(filter.jql)}`,
    favourite: filter.isFavourite,
    favouritedCount: filter.favouritedCount,
    sharePermissions: shown(false),
    editPermissions: shown(true),
    isWritable: filter.isWritable,
    subscriptions: { size: 0, items: [], 'max-results': 1000, 'start-index': 0, 'end-index': 0 },
    _portico: {
      isOwner: isAdministrator || filter.ownerId === viewer.id,
      isWritable: filter.isWritable,
      columns: filter.columns && [...filter.columns],
    },
  };
}

const expandable = [
  'description',
  'owner',
  'jql',
  'viewUrl',
  'searchUrl',
  'favourite',
  'favouritedCount',
  'sharePermissions',
  'editPermissions',
] as const;

/** Shows a filter as a search for filters does. */
export function filterDetailsJson(
  filter: Filter,
  shares: readonly Share[],
  expand: ReadonlySet<string>,
  place: FilterPlace,
): Static<typeof filterDetailsSchema> {
  const whole = filterJson(filter, shares, place);
  const shown = expandable.filter((name) => expand.has(name)).map((name) => [name, whole[name]]);
  return {
    expand: [...expandable, 'isWritable', 'subscriptions'].join(),
    self: whole.self,
    id: whole.id,
    name: whole.name,
    ...Object.fromEntries(shown.filter(([, value]) => value !== undefined)),
    ...(expand.has('subscriptions') && { subscriptions: [] }),
    _portico: whole._portico,
  };
}

/** The accounts (account.id) that filters and their shares name. */
export function peopleOfFilters(
  filters: readonly Filter[],
  shares: ReadonlyMap<string, readonly Share[]>,
): (string | null)[] {
  return filters.flatMap(({ id, ownerId }) => [
    ownerId,
    ...(shares.get(id) ?? []).map(({ accountId }) => accountId),
  ]);
}
