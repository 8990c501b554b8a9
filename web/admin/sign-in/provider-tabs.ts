import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Protocol, Provider } from './provider-queries.ts';

interface ProviderTab {
  /** the last part of its address; also the key of its name: signIn.tabs.{id} */
  readonly id: 'domains' | 'metadata' | 'tests' | 'log' | 'setup-links';
  /** only for these protocols; absent: for all */
  readonly protocols?: readonly Protocol[];
  readonly component: LazyExoticComponent<ComponentType<{ provider: Provider }>>;
}

/** The tabs of a provider's page beside the overview, in their order; each is loaded when it is opened. */
export const providerTabs: readonly ProviderTab[] = [
  {
    id: 'domains',
    component: lazy(async () => ({ default: (await import('./domains/domains-tab.tsx')).DomainsTab })),
  },
  {
    id: 'metadata',
    component: lazy(async () => ({ default: (await import('./metadata/metadata-tab.tsx')).MetadataTab })),
  },
  {
    id: 'tests',
    component: lazy(async () => ({ default: (await import('./test/test-tab.tsx')).TestTab })),
  },
  {
    id: 'log',
    component: lazy(async () => ({ default: (await import('./log/log-tab.tsx')).LogTab })),
  },
  {
    id: 'setup-links',
    component: lazy(async () => ({
      default: (await import('./setup-links/setup-links-tab.tsx')).SetupLinksTab,
    })),
  },
];
