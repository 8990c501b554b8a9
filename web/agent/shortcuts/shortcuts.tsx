import { useDisclosure } from '@mantine/hooks';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { acceptsShortcuts } from './accepts-shortcuts.ts';
import { createKeyMatcher } from './key-sequence.ts';
import type { Shortcut } from './shortcut.ts';
import { ShortcutsHelp } from './shortcuts-help.tsx';
import { useShortcutsSwitch } from './shortcuts-switch.ts';

interface Registry {
  add(read: () => readonly Shortcut[]): () => void;
  list(): readonly Shortcut[];
  showHelp(): void;
}

const RegistryContext = createContext<Registry | null>(null);

/** Listens to the keyboard for all pages below it, and shows what can be pressed when asked with `?`. */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const sources = useRef(new Set<() => readonly Shortcut[]>());
  const [isHelpOpen, help] = useDisclosure(false);
  const [isOn] = useShortcutsSwitch();

  const { open } = help;
  const registry = useMemo<Registry>(
    () => ({
      add(read) {
        sources.current.add(read);
        return () => void sources.current.delete(read);
      },
      // What was added last comes first: the page before the frame around it.
      list: () => [...sources.current].reverse().flatMap((read) => read()),
      showHelp: open,
    }),
    [open],
  );

  useEffect(() => {
    if (!isOn) return;
    const matcher = createKeyMatcher();
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return;
      // What was closed by this very key has lost the focus by now, but the key was meant for it.
      for (const element of [document.activeElement, event.target]) {
        if (!acceptsShortcuts(element instanceof HTMLElement ? element : null, event.key)) return;
      }
      const shortcuts = registry.list().filter((shortcut) => shortcut.run);
      const pressed = matcher.press(
        event,
        new Set(shortcuts.map((shortcut) => shortcut.keys)),
        event.timeStamp,
      );
      const shortcut = shortcuts.find((candidate) => candidate.keys === pressed);
      if (!shortcut || (event.repeat && !shortcut.repeats)) return;
      event.preventDefault();
      shortcut.run?.();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isOn, registry]);

  return (
    <RegistryContext value={registry}>
      {children}
      {isHelpOpen ? <ShortcutsHelp onClose={help.close} list={registry.list} /> : null}
    </RegistryContext>
  );
}

/** Offers `shortcuts` while the calling component is shown. Pass a new array at every render: the last one counts. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const registry = useContext(RegistryContext);
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => registry?.add(() => latest.current), [registry]);
}

/** Opens the list of all shortcuts. */
export function useShortcutsHelp(): () => void {
  const registry = useContext(RegistryContext);
  return () => registry?.showHelp();
}
