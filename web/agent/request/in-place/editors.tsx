import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';

/** A value on the page that can be edited where it stands. */
export interface Editor {
  readonly id: string;
  readonly label: string;
  /** Opens it with the focus in it. */
  begin(): void;
}

interface Registry {
  add(editor: Editor): () => void;
  /** those that are on the page, in its order of reading; the same list until one comes or goes */
  list(): readonly Editor[];
  /** Calls back when one comes or goes. */
  subscribe(onChange: () => void): () => void;
}

const RegistryContext = createContext<Registry | null>(null);

function createRegistry(): Registry {
  const editors = new Map<string, Editor>();
  const listeners = new Set<() => void>();
  let all: readonly Editor[] = [];
  const tell = () => {
    all = [...editors.values()];
    for (const listener of listeners) listener();
  };
  return {
    add(editor) {
      editors.set(editor.id, editor);
      tell();
      return () => {
        if (editors.get(editor.id) !== editor) return;
        editors.delete(editor.id);
        tell();
      };
    },
    list: () => all,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

/** Knows the editors below it, so that keys and dialogs can open one by its name. */
export function EditorsProvider({ children }: { children: ReactNode }) {
  const registry = useMemo(createRegistry, []);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

/** Makes an editor known while the calling component is shown. */
export function useEditor({ id, label, begin }: Editor): void {
  const registry = useContext(RegistryContext);
  const latest = useRef(begin);
  useEffect(() => {
    latest.current = begin;
  });
  useEffect(() => registry?.add({ id, label, begin: () => latest.current() }), [registry, id, label]);
}

/** A way to open an editor by its field. */
export function useEditors(): { begin(id: string): void } {
  const registry = useContext(RegistryContext);
  return {
    begin: (id) =>
      registry
        ?.list()
        .find((editor) => editor.id === id)
        ?.begin(),
  };
}

const none: readonly Editor[] = [];
const never = () => () => {};

/** The editors on the page, those too that come while the caller is shown. */
export function useEditorList(): readonly Editor[] {
  const registry = useContext(RegistryContext);
  return useSyncExternalStore(registry?.subscribe ?? never, () => registry?.list() ?? none);
}
