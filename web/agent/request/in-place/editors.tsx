import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';

/** A value on the page that can be edited where it stands. */
export interface Editor {
  readonly id: string;
  readonly label: string;
  /** Opens it with the focus in it. */
  begin(): void;
}

interface Registry {
  add(editor: Editor): () => void;
  /** those that are on the page, in its order of reading */
  list(): readonly Editor[];
}

const RegistryContext = createContext<Registry | null>(null);

/** Knows the editors below it, so that keys and dialogs can open one by its name. */
export function EditorsProvider({ children }: { children: ReactNode }) {
  const editors = useRef(new Map<string, Editor>());
  const registry = useMemo<Registry>(
    () => ({
      add(editor) {
        editors.current.set(editor.id, editor);
        return () => {
          if (editors.current.get(editor.id) === editor) editors.current.delete(editor.id);
        };
      },
      list: () => [...editors.current.values()],
    }),
    [],
  );
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

/** The editors on the page, and a way to open one. */
export function useEditors(): { list(): readonly Editor[]; begin(id: string): void } {
  const registry = useContext(RegistryContext);
  return {
    list: () => registry?.list() ?? [],
    begin: (id) =>
      registry
        ?.list()
        .find((editor) => editor.id === id)
        ?.begin(),
  };
}
