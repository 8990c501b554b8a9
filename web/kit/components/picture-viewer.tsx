import { IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { asSeen } from '../api/seen-as.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { IconButton } from '../plain/button.tsx';
import type { AttachmentSummary } from './attachment-list.tsx';
import classes from './picture-viewer.module.css';

interface PictureViewerProps {
  readonly pictures: readonly AttachmentSummary[];
  /** which is shown first */
  readonly first: number;
  readonly onClose: () => void;
}

/** Pictures one at a time, as large as the window. The browser's own modal dialog: it holds the focus and gives it back. */
export function PictureViewer({ pictures, first, onClose }: PictureViewerProps) {
  const { t } = useTranslation('kit');
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [at, setAt] = useState(first);
  const [failed, setFailed] = useState<string | null>(null);
  // layout: the cleanup must come before the element is gone, so that closing gives the focus back
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const picture = pictures[at];
  if (!picture) return null;
  const step = (by: number) => setAt((at + by + pictures.length) % pictures.length);
  const url = asSeen(picture.url);
  return (
    <dialog
      ref={dialog}
      className={classes['viewer']}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      onKeyDown={(event) => {
        if (pictures.length < 2) return;
        if (event.key === 'ArrowLeft') step(-1);
        if (event.key === 'ArrowRight') step(1);
      }}
    >
      <div className={classes['head']}>
        <h2 id={id} aria-live="polite">
          {picture.fileName}
          {pictures.length > 1 && (
            <span>{t('attachments.position', { number: at + 1, count: pictures.length })}</span>
          )}
        </h2>
        <IconButton label={t('close')} onClick={onClose}>
          <IconX size={20} aria-hidden="true" />
        </IconButton>
      </div>
      <div className={classes['picture']}>
        {failed === picture.url ? (
          <p>{t('attachments.broken')}</p>
        ) : (
          <img key={url} src={url} alt={picture.fileName} onError={() => setFailed(picture.url)} />
        )}
      </div>
      <div className={classes['foot']}>
        {pictures.length > 1 && (
          <>
            <IconButton label={t('attachments.previous')} onClick={() => step(-1)}>
              <IconChevronLeft size={20} aria-hidden="true" />
            </IconButton>
            <IconButton label={t('attachments.next')} onClick={() => step(1)}>
              <IconChevronRight size={20} aria-hidden="true" />
            </IconButton>
          </>
        )}
        <a href={url} download={picture.fileName}>
          {t('attachments.save')}
        </a>
      </div>
    </dialog>
  );
}
