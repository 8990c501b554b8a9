import { mount } from '../kit/mount.tsx';
import './styles.ts';
import { en } from './i18n/en.ts';
import { createAdminRouter } from './router.tsx';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    admin: typeof en;
  }
}

await mount({ strings: { namespace: 'admin', en }, router: createAdminRouter });
