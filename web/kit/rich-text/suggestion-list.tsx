import { Portal, Text, VisuallyHidden } from '@mantine/core';
import type { Editor } from '@tiptap/react';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonAvatar } from '../components/person-avatar.tsx';
import classes from './rich-text-editor.module.css';
import type { Shown, Suggestions } from './suggestions.ts';

/** What is offered under the cursor. The focus stays in the text; arrows move in the list, Enter or Tab takes. */
export function SuggestionList({ editor, suggestions }: { editor: Editor; suggestions: Suggestions }) {
  const { shown, show } = suggestions;
  return shown && !isQuiet(shown) ? (
    <OpenList key={shown.kind} editor={editor} shown={shown} takeKey={show.takeKey} />
  ) : null;
}

/** Whoever types a slash in a sentence wants no list, once no text has these words. */
function isQuiet({ kind, items, isLoading, hasFailed, query }: Shown): boolean {
  return kind === 'snippets' && items.length === 0 && !isLoading && !hasFailed && query !== '';
}

interface OpenListProps {
  readonly editor: Editor;
  readonly shown: Shown;
  readonly takeKey: Suggestions['show']['takeKey'];
}

function OpenList({ editor, shown, takeKey }: OpenListProps) {
  const { t } = useTranslation('rich-text');
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(0);
  const count = shown.items.length;
  const active = Math.min(wanted, Math.max(0, count - 1));
  useEffect(() => {
    takeKey.current = (event) => {
      if (count === 0) return false;
      if (event.key === 'ArrowDown') setWanted((active + 1) % count);
      else if (event.key === 'ArrowUp') setWanted((active + count - 1) % count);
      else if (event.key === 'Enter' || event.key === 'Tab') shown.choose(active);
      else return false;
      return true;
    };
    return () => {
      takeKey.current = null;
    };
  }, [takeKey, shown, active, count]);

  useEffect(() => {
    const field = editor.view.dom;
    field.setAttribute('aria-controls', `${id}-list`);
    if (count > 0) field.setAttribute('aria-activedescendant', `${id}-${active}`);
    return () => {
      field.removeAttribute('aria-controls');
      field.removeAttribute('aria-activedescendant');
    };
  }, [editor, id, active, count]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the active one is another element each time
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  useLayoutEffect(() => {
    function place() {
      const rect = shown.rect();
      const element = box.current;
      if (!rect || !element) return;
      const { offsetWidth: width, offsetHeight: height } = element;
      const below = rect.bottom + 4;
      const top = below + height > window.innerHeight && rect.top > height ? rect.top - height - 4 : below;
      element.style.top = `${top}px`;
      element.style.left = `${Math.max(8, Math.min(rect.left, window.innerWidth - width - 8))}px`;
    }
    place();
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  });

  return (
    <Portal target={placeOf(editor)}>
      <div ref={box} className={classes['suggestions']}>
        {shown.hasFailed ? (
          <Text size="sm" p="xs" role="alert">
            {t('failed')}
          </Text>
        ) : count === 0 ? (
          <Text size="sm" c="dimmed" p="xs">
            {t(shown.isLoading ? 'searching' : shown.kind === 'people' ? 'noPeople' : 'noSnippets')}
          </Text>
        ) : null}
        <div id={`${id}-list`} role="listbox" aria-label={t(shown.kind)} hidden={count === 0}>
          {shown.items.map((item, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys come through the text, where the focus is
            <div
              key={'accountId' in item ? item.accountId : item.id}
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === active}
              tabIndex={-1}
              className={classes['suggestion']}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setWanted(at)}
              onClick={() => shown.choose(at)}
            >
              {'accountId' in item ? (
                <>
                  <PersonAvatar name={item.displayName} size={24} />
                  <span className={classes['suggestionText']}>
                    <span>{item.displayName}</span>
                    {item.detail ? <small>{item.detail}</small> : null}
                  </span>
                </>
              ) : (
                <span className={classes['suggestionText']}>
                  <span>{item.name}</span>
                  <small>{item.preview}</small>
                </span>
              )}
            </div>
          ))}
        </div>
        <VisuallyHidden role="status">{shown.isLoading ? '' : t('found', { count })}</VisuallyHidden>
      </div>
    </Portal>
  );
}

/** Where the list belongs, so that it is a part of the page or dialog in which somebody writes. */
function placeOf(editor: Editor): HTMLElement {
  return editor.view.dom.closest<HTMLElement>('[role="dialog"], main') ?? document.body;
}
