import type { RefObject } from 'react';
import type { AdfDocument } from './adf.ts';

/** Somebody who can be mentioned. */
export interface Person {
  readonly accountId: string;
  readonly displayName: string;
  /** tells apart people of the same name */
  readonly detail?: string | undefined;
}

/** Text that was prepared to be inserted. */
export interface Snippet {
  readonly id: string;
  readonly name: string;
  /** how it begins */
  readonly preview: string;
}

/** Where prepared texts come from. */
export interface SnippetSource {
  search(query: string, signal: AbortSignal): Promise<readonly Snippet[]>;
  /** The text, ready to be read by whom it is for. */
  load(id: string): Promise<AdfDocument>;
}

/** What a page can do with an editor. */
export interface EditorHandle {
  focus(): void;
  /** Puts a text where the cursor is. */
  insert(document: AdfDocument): void;
}

export interface RichTextFieldProps {
  readonly value: AdfDocument;
  readonly onChange: (document: AdfDocument) => void;
  readonly 'aria-label': string;
  readonly placeholder?: string;
  /** what is wrong with it, in words */
  readonly error?: string | null;
  readonly handle?: RefObject<EditorHandle | null>;
  /** People who can be mentioned, by a part of their name; without it, nobody can. */
  readonly searchPeople?: (query: string, signal: AbortSignal) => Promise<readonly Person[]>;
  readonly snippets?: SnippetSource;
  /** Takes files that are pasted or dropped. */
  readonly onFiles?: (files: readonly File[]) => void;
  /** Ctrl+Enter */
  readonly onSubmit?: () => void;
  /** Escape, when nothing else is open; default: the focus leaves the editor */
  readonly onEscape?: () => void;
  readonly autoFocus?: boolean;
}
