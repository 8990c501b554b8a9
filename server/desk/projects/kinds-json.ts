import { type Static, Type } from 'typebox';
import type { Priority } from '../priorities/store.ts';
import type { Resolution } from '../resolutions/store.ts';

/** A priority as api/2 and api/3 show it. */
export const prioritySchema = Type.Object(
  {
    self: Type.String(),
    id: Type.String(),
    name: Type.String(),
    description: Type.String(),
    isDefault: Type.Boolean(),
    _portico: Type.Object({ color: Type.String() }),
  },
  { title: 'Priority' },
);

/** Shows a priority the way api/2 and api/3 do. */
export function priorityJson(
  { id, name, description, isDefault, color }: Priority,
  api: string,
): Static<typeof prioritySchema> {
  return { self: `${api}/priority/${id}`, id, name, description, isDefault, _portico: { color } };
}

/** A resolution as api/2 and api/3 show it. */
export const resolutionSchema = Type.Object(
  { self: Type.String(), id: Type.String(), name: Type.String(), description: Type.String() },
  { title: 'Resolution' },
);

/** A resolution in a list that is searched, with whether it is the default. */
export const searchedResolutionSchema = Type.Object(
  { ...resolutionSchema.properties, isDefault: Type.Boolean() },
  { title: 'SearchedResolution' },
);

/** Shows a resolution the way api/2 and api/3 do. */
export function resolutionJson(
  { id, name, description }: Resolution,
  api: string,
): Static<typeof resolutionSchema> {
  return { self: `${api}/resolution/${id}`, id, name, description };
}
