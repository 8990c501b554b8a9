import { type Static, Type } from '@fastify/type-provider-typebox';
import type { Organization } from './store.ts';

/** An organization as servicedeskapi shows it. */
export const organizationSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    scimManaged: Type.Boolean(),
    _links: Type.Object({ self: Type.String() }),
    _portico: Type.Optional(
      Type.Object({
        domains: Type.Array(Type.String()),
        managers: Type.Array(Type.String({ description: 'accountId' })),
        memberCount: Type.Integer(),
      }),
    ),
  },
  { title: 'Organization' },
);

/** What Portico knows of an organization besides what Jira shows; for staff. */
export interface OrganizationExtras {
  readonly domains: string[];
  /** accountIds */
  readonly managers: string[];
  readonly memberCount: number;
}

/** Shows an organization the way servicedeskapi does. */
export function organizationJson(
  organization: Organization,
  baseUrl: URL,
  extras?: OrganizationExtras,
): Static<typeof organizationSchema> {
  return {
    id: organization.id,
    name: organization.name,
    scimManaged: false,
    _links: { self: new URL(`/rest/servicedeskapi/organization/${organization.id}`, baseUrl).href },
    ...(extras && { _portico: extras }),
  };
}
