import { mount } from '../kit/mount.tsx';
import './styles.ts';
import { en } from './i18n/en.ts';
import { createAgentRouter } from './router.tsx';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    agent: typeof en;
  }
}

await mount({ strings: { namespace: 'agent', en }, router: createAgentRouter });
