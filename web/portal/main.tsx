import { start } from '../kit/start.tsx';
import { en } from './i18n/en.ts';
import { createPortalRouter } from './router.tsx';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    portal: typeof en;
  }
}

await start({
  strings: { namespace: 'portal', en, de: async () => (await import('./i18n/de.ts')).de },
  router: createPortalRouter,
});
