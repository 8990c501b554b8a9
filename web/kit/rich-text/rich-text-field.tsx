import { Text } from '@mantine/core';
import { type Editor, EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useId, useImperativeHandle, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type AdfDocument, isEmptyDocument } from './adf.ts';
import { type EditorNode, fromEditor, toEditor } from './editor-document.ts';
import type { RichTextFieldProps } from './editor-props.ts';
import { schemaExtensions } from './editor-schema.ts';
import { insertDocument } from './insert.ts';
import { LinkBar, useLinkBar } from './link-bar.tsx';
import { filesOf, textToSlice } from './paste.ts';
import classes from './rich-text-editor.module.css';
import { SuggestionList } from './suggestion-list.tsx';
import { openSuggestions, suggesting, useSuggestions } from './suggestions.ts';
import { Toolbar } from './toolbar.tsx';

/** The editor itself; use RichTextEditor, which loads it. */
export function RichTextField(props: RichTextFieldProps) {
  const { value, placeholder, error, handle, autoFocus = false } = props;
  const { t } = useTranslation('rich-text');
  const id = useId();
  const latest = useRef(props);
  latest.current = props;
  // what the editor itself has said last: anything else comes from outside
  const said = useRef(value);
  const suggestions = useSuggestions();
  const linkBar = useLinkBar();

  const hasPeople = props.searchPeople !== undefined;
  const hasSnippets = props.snippets !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are made once, and ask `latest` for what changes
  const extensions = useMemo(
    () => [...schemaExtensions, suggesting({ latest, hasPeople, hasSnippets, show: suggestions.show })],
    [hasPeople, hasSnippets],
  );
  const editor: Editor | null = useEditor(
    {
      extensions,
      content: toEditor(value),
      autofocus: autoFocus ? 'end' : false,
      injectCSS: false,
      shouldRerenderOnTransaction: false,
      onUpdate: ({ editor: changed }) => {
        said.current = fromEditor(changed.getJSON() as EditorNode);
        latest.current.onChange(said.current);
      },
      onBlur: () => suggestions.show.set(null),
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': props['aria-label'],
          'aria-describedby': `${id}-help${error ? ` ${id}-error` : ''}`,
          ...(error && { 'aria-invalid': 'true' }),
          class: classes['content'] ?? '',
        },
        handleKeyDown: (view, event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            if (!latest.current.onSubmit) return false;
            event.preventDefault();
            latest.current.onSubmit();
            return true;
          }
          if (event.key === 'Escape') {
            // first it closes the list
            if (suggestions.show.takeKey.current) return false;
            if (latest.current.onEscape) latest.current.onEscape();
            else view.dom.blur();
            return true;
          }
          if (event.key === 'k' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            linkBar.open();
            return true;
          }
          return false;
        },
        handlePaste: (_, event) => takeFiles(event, filesOf(event.clipboardData, true)),
        handleDrop: (_, event) => takeFiles(event, filesOf(event.dataTransfer, false)),
        clipboardTextParser: (text, _, _plain, view) => textToSlice(view.state.schema, text),
      },
    },
    [extensions],
  );

  function takeFiles(event: Event, files: readonly File[]): boolean {
    if (files.length === 0 || !latest.current.onFiles) return false;
    event.preventDefault();
    latest.current.onFiles(files);
    return true;
  }

  useEffect(() => {
    if (!editor || value === said.current) return;
    said.current = value;
    editor.commands.setContent(toEditor(value), { emitUpdate: false });
  }, [editor, value]);

  useImperativeHandle(
    handle,
    () => ({
      focus: () => void editor?.commands.focus(undefined, { scrollIntoView: false }),
      insert: (document) => void (editor && insertDocument(editor, document)),
    }),
    [editor],
  );

  return (
    <div className={classes['field']} data-invalid={error ? true : undefined}>
      {editor ? (
        <Toolbar
          editor={editor}
          onLink={linkBar.open}
          onMention={hasPeople ? () => openSuggestions(editor, '@') : undefined}
          onSnippet={hasSnippets ? () => openSuggestions(editor, '/') : undefined}
        />
      ) : null}
      {editor && linkBar.isOpen ? <LinkBar editor={editor} onClose={linkBar.close} /> : null}
      <div className={classes['paper']}>
        {placeholder && isEmptyDocument(value) && value.content.length < 2 && isPlainStart(value) ? (
          <span className={classes['placeholder']} aria-hidden="true">
            {placeholder}
          </span>
        ) : null}
        <EditorContent editor={editor} />
      </div>
      <span id={`${id}-help`} hidden>
        {t(hasSnippets ? 'helpSnippets' : hasPeople ? 'help' : 'helpPlain')}
      </span>
      {error ? (
        <Text size="sm" c="red" id={`${id}-error`} role="alert" className={classes['error'] ?? ''}>
          {error}
        </Text>
      ) : null}
      {editor ? <SuggestionList editor={editor} suggestions={suggestions} /> : null}
    </div>
  );
}

/** Nothing but an empty paragraph: the placeholder would lie over the sign of a list. */
function isPlainStart({ content }: AdfDocument): boolean {
  return content.every(({ type, content: inner }) => type === 'paragraph' && (inner ?? []).length === 0);
}
