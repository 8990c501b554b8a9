import { type Static, Type } from 'typebox';
import type { ServiceDesk } from '../desk/index.ts';

/** A portal: what customers see of a service desk. */
export const portalSchema = Type.Object(
  {
    id: Type.String({ description: 'Also the id of its service desk' }),
    name: Type.String(),
    description: Type.String(),
    accentColor: Type.String({ description: 'Name of the colour of its pages' }),
    projectKey: Type.String(),
    mayRaise: Type.Boolean({ description: 'You may raise requests in it' }),
  },
  { title: 'Portal' },
);

/** The portals of the help center, in the site's order. */
export const portalsSchema = Type.Object({ values: Type.Array(portalSchema) });

/** Shows a service desk as its customers meet it. */
export function portalJson(desk: ServiceDesk, mayRaise: boolean): Static<typeof portalSchema> {
  return {
    id: desk.id,
    name: desk.portalName,
    description: desk.description,
    accentColor: desk.accentColor,
    projectKey: desk.projectKey,
    mayRaise,
  };
}
