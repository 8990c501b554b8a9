import { type Editor, Extension, type Range } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion';
import { type RefObject, useCallback, useRef, useState } from 'react';
import type { Person, RichTextFieldProps, Snippet } from './editor-props.ts';
import { insertDocument } from './insert.ts';

/** What is offered while somebody types `@` or `/`. */
export type Offer =
  | { readonly kind: 'people'; readonly items: readonly Person[] }
  | { readonly kind: 'snippets'; readonly items: readonly Snippet[] };

/** The list under the cursor. */
export type Shown = Offer & {
  readonly isLoading: boolean;
  readonly hasFailed: boolean;
  readonly query: string;
  /** where the cursor is */
  readonly rect: () => DOMRect | null;
  readonly choose: (at: number) => void;
};

/** What the list knows of its keys: whether it has taken one. */
type TakeKey = (event: KeyboardEvent) => boolean;

export interface Suggestions {
  readonly shown: Shown | null;
  readonly show: { readonly set: (shown: Shown | null) => void; readonly takeKey: RefObject<TakeKey | null> };
}

/** Keeps what is offered now. */
export function useSuggestions(): Suggestions {
  const [shown, setShown] = useState<Shown | null>(null);
  const takeKey = useRef<TakeKey | null>(null);
  const set = useCallback((next: Shown | null) => setShown(next), []);
  return { shown, show: { set, takeKey } };
}

interface Suggesting {
  readonly latest: RefObject<RichTextFieldProps>;
  readonly hasPeople: boolean;
  readonly hasSnippets: boolean;
  readonly show: Suggestions['show'];
}

/** Offers people behind `@` and prepared texts behind `/`. */
export function suggesting({ latest, hasPeople, hasSnippets, show }: Suggesting) {
  return Extension.create({
    name: 'suggesting',
    addProseMirrorPlugins() {
      const people = () =>
        plugin<Person>(this.editor, {
          kind: 'people',
          char: '@',
          search: async (query, signal) => (await latest.current.searchPeople?.(query, signal)) ?? [],
          choose: (editor, range, { accountId, displayName }) =>
            editor
              .chain()
              .focus()
              .insertContentAt(range, [
                { type: 'mention', attrs: { id: accountId, text: `@${displayName}` } },
                { type: 'text', text: ' ' },
              ])
              .run(),
        });
      const snippets = () =>
        plugin<Snippet>(this.editor, {
          kind: 'snippets',
          char: '/',
          search: async (query, signal) => (await latest.current.snippets?.search(query, signal)) ?? [],
          choose: (editor, range, { id }) => {
            editor.chain().focus().deleteRange(range).run();
            void insertSnippet(editor, id);
          },
        });
      return [...(hasPeople ? [people()] : []), ...(hasSnippets ? [snippets()] : [])];
    },
  });

  async function insertSnippet(editor: Editor, id: string) {
    try {
      const document = await latest.current.snippets?.load(id);
      if (document && !editor.isDestroyed) insertDocument(editor, document);
    } catch {
      const rect = () => editor.view.coordsAtPos(editor.state.selection.from) as DOMRect;
      const nothing = { items: [], isLoading: false, query: '', rect, choose: () => {} };
      show.set({ kind: 'snippets', hasFailed: true, ...nothing });
    }
  }

  function plugin<Item extends Person | Snippet>(
    editor: Editor,
    options: {
      kind: Offer['kind'];
      char: string;
      search: (query: string, signal: AbortSignal) => Promise<readonly Item[]>;
      choose: (editor: Editor, range: Range, item: Item) => void;
    },
  ) {
    let hasFailed = false;
    const draw = (props: SuggestionProps<Item, Item>) => {
      const offer = { kind: options.kind, items: props.items } as unknown as Offer;
      show.set({
        ...offer,
        isLoading: props.loading,
        hasFailed,
        query: props.query,
        rect: () => props.clientRect?.() ?? null,
        choose: (at) => {
          const item = props.items[at];
          if (item) props.command(item);
        },
      });
    };
    return Suggestion<Item, Item>({
      editor,
      pluginKey: new PluginKey(options.kind),
      char: options.char,
      allowedPrefixes: [' ', '(', '\u00a0'],
      allowSpaces: options.kind === 'snippets',
      debounce: 120,
      // inside code, both signs are what they are
      allow: ({ editor: asked }) => !asked.isActive('codeBlock') && !asked.isActive('code'),
      items: async ({ query, signal }) => {
        try {
          const found = await options.search(query, signal);
          hasFailed = false;
          return [...found];
        } catch {
          hasFailed = !signal.aborted;
          return [];
        }
      },
      command: ({ editor: at, range, props }) => options.choose(at, range, props),
      render: () => ({
        onStart: draw,
        onUpdate: draw,
        onExit: () => show.set(null),
        onKeyDown: ({ event }) => show.takeKey.current?.(event) ?? false,
      }),
    });
  }
}

/** Types the sign that brings the list, with a space before it where one is needed. */
export function openSuggestions(editor: Editor, sign: '@' | '/'): void {
  const { $from } = editor.state.selection;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset, '', ' ');
  editor
    .chain()
    .focus()
    .insertContent(`${before === '' || /[\s(]/.test(before) ? '' : ' '}${sign}`)
    .run();
}
