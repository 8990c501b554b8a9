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
  await start({ shell: MantineShell, ...entry });
}
