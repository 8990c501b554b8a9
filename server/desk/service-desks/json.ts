import { type Static, Type } from 'typebox';
import type { ServiceDesk } from './store.ts';

/** Who may raise requests on a desk: everyone with an account, its people and organizations, or its people alone. */
export const accessSchema = Type.Union([
  Type.Literal('open'),
  Type.Literal('restricted'),
  Type.Literal('invited'),
]);

/** Whom customers of a desk may let take part in their requests. */
export const customersShareWithSchema = Type.Union(
  [Type.Literal('nobody'), Type.Literal('organization'), Type.Literal('customers'), Type.Literal('anyone')],
  {
    description:
      'Whom customers may let take part in their requests: nobody; people of their organization; all customers of the service desk; anyone who has an e-mail address',
  },
);

/** A service desk as servicedeskapi shows it. */
export const serviceDeskSchema = Type.Object(
  {
    id: Type.String(),
    projectId: Type.String(),
    projectName: Type.String(),
    projectKey: Type.String(),
    projectTypeKey: Type.String(),
    _links: Type.Object({ self: Type.String() }),
    _portico: Type.Object({
      portalName: Type.String(),
      description: Type.String(),
      accentColor: Type.String(),
      access: accessSchema,
      customersShareWith: customersShareWithSchema,
      isListed: Type.Boolean(),
      version: Type.Integer(),
      isAgent: Type.Boolean({ description: 'You are an agent of this service desk' }),
      isAdministrator: Type.Boolean({ description: 'You administer it, or the site' }),
    }),
  },
  { title: 'ServiceDesk' },
);

/** Shows a service desk the way servicedeskapi does. */
export function serviceDeskJson(desk: ServiceDesk, siteAddress: string): Static<typeof serviceDeskSchema> {
  return {
    id: desk.id,
    projectId: desk.projectId,
    projectName: desk.projectName,
    projectKey: desk.projectKey,
    projectTypeKey: 'service_desk',
    _links: { self: `${siteAddress}/rest/servicedeskapi/servicedesk/${desk.id}` },
    _portico: {
      portalName: desk.portalName,
      description: desk.description,
      accentColor: desk.accentColor,
      access: desk.access,
      customersShareWith: desk.customersShareWith,
      isListed: desk.isListed,
      version: desk.version,
      isAgent: desk.isAgent,
      isAdministrator: desk.isAdministrator,
    },
  };
}
