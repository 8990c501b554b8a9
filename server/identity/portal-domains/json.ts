import { type Static, Type } from '@fastify/type-provider-typebox';
import { addressOf, siteAt } from '../../platform/http/asked-host.ts';
import type { Provider } from '../providers/store.ts';
import { addressesToRegister } from './own-addresses.ts';
import type { PortalDomain } from './store.ts';

export const signInAtSchema = Type.Enum(['site', 'domain'], {
  description:
    'Where round trips to identity providers are made: at the site’s own host, which hands the sign-in over, or at this one, whose addresses must then be registered at the providers',
});

export const portalDomainProperties = {
  portalId: Type.String({ pattern: '^\\d{1,18}$' }),
  signInAt: signInAtSchema,
  isMain: Type.Boolean({ description: 'Mail about the portal leads to it; one of each portal’s is' }),
};

export const portalDomainSchema = Type.Object(
  {
    id: Type.String(),
    host: Type.String(),
    url: Type.String({ description: 'The host with the protocol and port of the site' }),
    portal: Type.Object({ id: Type.String(), name: Type.String() }),
    signInAt: signInAtSchema,
    isMain: Type.Boolean(),
    version: Type.Integer(),
    createdAt: Type.String({ format: 'date-time' }),
  },
  { title: 'PortalDomain' },
);

const ownAddressSchema = Type.Object({
  kind: Type.Enum(['acs', 'redirect', 'post-logout']),
  url: Type.String(),
});

/** What an administrator needs to see of one. */
export const portalDomainDetailsSchema = Type.Object(
  {
    ...portalDomainSchema.properties,
    signedIn: Type.Integer({ description: 'Sessions that are open there' }),
    siteHost: Type.String({ description: 'Where a CNAME record has to point to' }),
    providers: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        isEnabled: Type.Boolean(),
        addresses: Type.Array(ownAddressSchema),
      }),
      { description: 'What has to be registered where, for round trips at this host' },
    ),
  },
  { title: 'PortalDomainDetails' },
);

/** The hosts of portals, at one provider. */
export const providerDomainSchema = Type.Object(
  {
    id: Type.String(),
    host: Type.String(),
    portalName: Type.String(),
    signInAt: signInAtSchema,
    addresses: Type.Array(ownAddressSchema),
  },
  { title: 'PortalDomainOfProvider' },
);

export const findingsSchema = Type.Object(
  {
    outcome: Type.Enum(['answers', 'no-record', 'elsewhere', 'certificate', 'unreachable']),
    detail: Type.String(),
    addresses: Type.Array(Type.String()),
  },
  { title: 'HostFindings' },
);

export function portalDomainJson(domain: PortalDomain, url: URL): Static<typeof portalDomainSchema> {
  return {
    id: domain.id,
    host: domain.host,
    url: addressOf(siteAt(url, domain.host)),
    portal: { id: domain.portalId, name: domain.portalName },
    signInAt: domain.signInAt,
    isMain: domain.isMain,
    version: domain.version,
    createdAt: domain.createdAt.toISOString(),
  };
}

export function portalDomainDetailsJson(
  domain: PortalDomain,
  url: URL,
  signedIn: number,
  providers: readonly Provider[],
): Static<typeof portalDomainDetailsSchema> {
  return {
    ...portalDomainJson(domain, url),
    signedIn,
    siteHost: url.hostname,
    providers: providers.map((provider) => ({
      id: provider.id,
      name: provider.name,
      isEnabled: provider.isEnabled,
      addresses: addressesToRegister(url, provider, domain),
    })),
  };
}
