import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  completionStatus,
  moveCompletionSelection,
  selectedCompletionIndex,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderOf } from '@codemirror/view';
import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { styleNonce } from '../nonce.ts';
import { completing } from './completing.ts';
import { highlighting } from './highlighting.ts';
import type { JqlProblem } from './problems.ts';
import { typingOver } from './typing-over.ts';

interface EditorOptions {
  readonly value: string;
  readonly onChange: (jql: string) => void;
  readonly onSubmit: (() => void) | undefined;
  readonly placeholder: string;
  readonly autoFocus: boolean;
  /** of the text field: id, label, description */
  readonly attributes: Readonly<Record<string, string>>;
  readonly problems: readonly JqlProblem[];
}

interface Editor {
  /** null: not there yet */
  readonly view: EditorView | null;
  /** where in the query suggestions are open: what stands there is being written; null: nowhere */
  readonly writingAt: number | null;
}

/** A JQL editor in the element that `host` refers to. */
export function useEditor(host: RefObject<HTMLElement | null>, options: EditorOptions): Editor {
  const { value, placeholder, autoFocus, problems } = options;
  const { t } = useTranslation('jql');
  const queries = useQueryClient();
  const [view, setView] = useState<EditorView | null>(null);
  const [writingAt, setWritingAt] = useState<number | null>(null);
  const attributes = useRef(new Compartment());
  const change = useEffectEvent((jql: string) => options.onChange(jql));
  const submit = useEffectEvent(() => {
    options.onSubmit?.();
    return options.onSubmit !== undefined;
  });
  const begin = useEffectEvent((parent: HTMLElement) => {
    const kinds = {
      field: t('kinds.field'),
      operator: t('kinds.operator'),
      value: t('kinds.value'),
      function: t('kinds.function'),
      keyword: t('kinds.keyword'),
    };
    return new EditorView({
      parent,
      state: EditorState.create({
        doc: value,
        extensions: [
          EditorView.cspNonce.of(styleNonce()),
          history(),
          bracketMatching(),
          closeBrackets(),
          typingOver(),
          highlighting(),
          EditorView.lineWrapping,
          placeholderOf(placeholder),
          autocompletion({
            override: [completing(queries, kinds)],
            // Enter searches unless a suggestion was chosen
            selectOnOpen: false,
            icons: false,
            interactionDelay: 0,
            activateOnTypingDelay: 30,
          }),
          attributes.current.of(EditorView.contentAttributes.of(options.attributes)),
          keys(() => submit()),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) change(update.state.doc.toString());
            const isOpen = update.view.hasFocus && completionStatus(update.state) === 'active';
            setWritingAt(isOpen ? update.state.selection.main.head : null);
          }),
        ],
      }),
    });
  });

  useEffect(() => {
    if (!host.current) return;
    const made = begin(host.current);
    setView(made);
    return () => {
      made.destroy();
      setView(null);
    };
  }, [host]);

  useEffect(() => {
    if (view && autoFocus) view.focus();
  }, [view, autoFocus]);

  useEffect(() => {
    if (!view || view.state.doc.toString() === value) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value } });
  }, [view, value]);

  const told = JSON.stringify(options.attributes);
  useEffect(() => {
    view?.dispatch({
      effects: attributes.current.reconfigure(EditorView.contentAttributes.of(JSON.parse(told))),
    });
  }, [view, told]);

  useEffect(() => {
    if (!view) return;
    const { length } = view.state.doc;
    view.dispatch(
      setDiagnostics(
        view.state,
        problems.map(({ start, end, message, isWarning }) => ({
          from: Math.min(start, length),
          to: Math.min(end, length),
          message,
          severity: isWarning ? 'warning' : 'error',
        })),
      ),
    );
  }, [view, problems]);

  return { view, writingAt };
}

function keys(submit: () => boolean): Extension {
  const isOpen = (view: EditorView) => completionStatus(view.state) === 'active';
  return [
    Prec.highest(
      keymap.of([
        {
          key: 'Tab',
          run: (view) => {
            if (!isOpen(view)) return false;
            if (selectedCompletionIndex(view.state) === null) moveCompletionSelection(true)(view);
            return acceptCompletion(view);
          },
        },
        {
          key: 'Enter',
          run: (view) => {
            if (isOpen(view) && selectedCompletionIndex(view.state) !== null) return acceptCompletion(view);
            return submit();
          },
        },
        {
          // first it closes the list, then it leaves the editor, so that Tab and shortcuts have their meaning again
          key: 'Escape',
          run: (view) => {
            if (completionStatus(view.state) !== null) return false;
            view.contentDOM.blur();
            return true;
          },
        },
      ]),
    ),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
  ];
}
