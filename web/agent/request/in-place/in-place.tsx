import { IconPencil } from '@tabler/icons-react';
import { type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor } from './editors.tsx';
import classes from './in-place.module.css';

interface InPlaceProps {
  /** Jira's id of the field */
  readonly id: string;
  readonly label: string;
  /** the value, to be read */
  readonly children: ReactNode;
  /** the form; `close` brings back what is read, and the focus with it */
  readonly editor: (close: () => void) => ReactNode;
  /** 'title', 'text': as large as what it is in */
  readonly look?: 'field' | 'title' | 'text';
  /** something was being written here when the page was left */
  readonly isOpenAtFirst?: boolean;
}

/**
 * A value that becomes a form where it stands: by a click on it, or by its button, which keyboards and screen readers
 * have. A click on a link in it follows the link.
 */
export function InPlace(props: InPlaceProps) {
  const { id, label, children, editor, look = 'field', isOpenAtFirst = false } = props;
  const { t } = useTranslation('agent');
  const [isEditing, setIsEditing] = useState(isOpenAtFirst);
  const button = useRef<HTMLButtonElement>(null);
  const place = useRef<HTMLDivElement>(null);
  useEditor({
    id,
    label,
    begin() {
      // on a phone the details are folded away, and the form with them
      const folded = place.current?.closest('details');
      if (folded) folded.open = true;
      setIsEditing(true);
    },
  });

  if (isEditing) {
    return (
      <div ref={place} className={classes['editing']} data-look={look}>
        {editor(() => {
          setIsEditing(false);
          requestAnimationFrame(() => {
            // whoever has gone on to something else is left there
            if (document.activeElement === document.body) button.current?.focus({ preventScroll: true });
          });
        })}
      </div>
    );
  }
  function beginByClick(event: MouseEvent) {
    const isInControl = event.target instanceof Element && event.target.closest('a, button, summary');
    const isSelecting = window.getSelection()?.toString() !== '';
    if (!isInControl && !isSelecting) setIsEditing(true);
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: clicking the value is the mouse's way; the button is everybody's
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button has the keys
    <div ref={place} className={classes['value']} data-look={look} onClick={beginByClick}>
      {children}
      <button
        ref={button}
        type="button"
        className={classes['edit']}
        aria-label={t('edit.field', { field: label })}
        title={t('edit.field', { field: label })}
        onClick={() => setIsEditing(true)}
      >
        <IconPencil size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
