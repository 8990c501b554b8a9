import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { MantineShell } from './mantine/mantine-shell.tsx';
import { styleNonce } from './nonce.ts';
import { type Entry, start } from './start.tsx';

/**
 * Starts an entry whose pages are made of Mantine's components. The portal uses `start` alone: its first load has no
 * room for Mantine's runtime.
 */
export async function mount(entry: Entry): Promise<void> {
  // react-remove-scroll's stylesheet asks for its nonce under this name
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
  // their own pages use react-i18next, on the same i18next
  i18next.use(initReactI18next);
  await start({ shell: MantineShell, ...entry });
}
