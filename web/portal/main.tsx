import { speakForServer } from '../kit/components/states.tsx';
import { start } from '../kit/start.tsx';
import type { en } from './i18n/en.ts';
import { createPortalRouter } from './router.tsx';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    portal: typeof en;
  }
}

speakForServer();
void start({
  strings: {
    namespace: 'portal',
    en: async () => (await import('./i18n/en.ts')).en,
    de: async () => (await import('./i18n/de.ts')).de,
  },
  router: createPortalRouter,
});
