import { IconAlertTriangle, IconCheck, IconPaperclip, IconRefresh, IconX } from '@tabler/icons-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useMaxUploadBytes } from '../api/session.ts';
import { fileSize } from '../file-size.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button, IconButton } from '../plain/button.tsx';
import { VisuallyHidden } from '../plain/visually-hidden.tsx';
import classes from './file-drop.module.css';
import type { Upload, Uploads } from './use-uploads.ts';

interface FileDropProps {
  readonly uploads: Uploads;
  /** Label over it; without one, name it with `aria-label`. */
  readonly label?: string;
  readonly 'aria-label'?: string;
  readonly description?: string | undefined;
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
}

/**
 * Adds files by a button (so also by keyboard), by dropping, or by pasting; shows each with its progress. What happens
 * to a file is announced politely.
 */
export function FileDrop({ uploads, label, description, error, isRequired, ...named }: FileDropProps) {
  const { t, language } = useTranslation('kit');
  const maxBytes = useMaxUploadBytes();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [announcement, setAnnouncement] = useState('');

  const drag = (over: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(over);
  };
  const drop = (event: DragEvent) => {
    drag(false)(event);
    if (event.dataTransfer.files.length > 0) uploads.add(event.dataTransfer.files);
  };
  const remove = (upload: Upload) => {
    uploads.remove(upload.id);
    setAnnouncement(t('files.removed', { name: upload.fileName }));
    button.current?.focus();
  };

  return (
    <fieldset
      className={classes['field']}
      aria-label={label ?? named['aria-label']}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      {label && (
        <span className={classes['label']} aria-hidden="true">
          {label}
          {isRequired && <span className={classes['required']}> *</span>}
        </span>
      )}
      {description && <span className={classes['description']}>{description}</span>}
      {error && (
        <span className={classes['error']} id={`${id}-error`}>
          {error}
        </span>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button is everybody's */}
      <div
        className={classes['drop']}
        data-over={isOver || undefined}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={drop}
      >
        <Button
          ref={button}
          variant="subtle"
          size="sm"
          icon={<IconPaperclip size={16} aria-hidden="true" />}
          onClick={() => input.current?.click()}
          aria-invalid={error ? true : undefined}
        >
          {t('files.add')}
          {isRequired && <VisuallyHidden>, {t('form.required')}</VisuallyHidden>}
        </Button>
        <span className={classes['hint']}>
          {t('files.orDrop')}
          {maxBytes !== undefined && ` · ${t('files.limit', { size: fileSize(maxBytes, language) })}`}
        </span>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          data-testid="file-input"
          onChange={(event) => {
            uploads.add([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {uploads.list.length > 0 && (
        <ul className={classes['list']}>
          {uploads.list.map((upload) => (
            <UploadRow key={upload.id} upload={upload} uploads={uploads} onRemove={() => remove(upload)} />
          ))}
        </ul>
      )}
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
    </fieldset>
  );
}

function UploadRow({
  upload,
  uploads,
  onRemove,
}: {
  upload: Upload;
  uploads: Uploads;
  onRemove: () => void;
}) {
  const { t, language } = useTranslation('kit');
  const { fileName: name, state, percent, problem } = upload;
  return (
    <li className={classes['row']} data-state={state}>
      {state === 'failed' ? (
        <IconAlertTriangle size={18} aria-hidden="true" />
      ) : state === 'uploaded' ? (
        <IconCheck size={18} aria-hidden="true" />
      ) : (
        <IconPaperclip size={18} aria-hidden="true" />
      )}
      <span className={classes['name']} role={state === 'failed' ? 'alert' : undefined}>
        {problem ?? name}
      </span>
      {state === 'uploading' && (
        <progress
          className={classes['progress']}
          max={100}
          value={percent}
          aria-label={t('files.uploading', { name, percent })}
        />
      )}
      {state === 'uploaded' && (
        <>
          <span className={classes['size']}>{fileSize(upload.sizeBytes, language)}</span>
          <VisuallyHidden role="status">{t('files.uploaded', { name })}</VisuallyHidden>
        </>
      )}
      {state === 'failed' && upload.file && (
        <IconButton label={t('files.retry', { name })} onClick={() => uploads.retry(upload.id)}>
          <IconRefresh size={16} aria-hidden="true" />
        </IconButton>
      )}
      <IconButton
        label={t(state === 'uploading' ? 'files.cancel' : 'files.remove', { name })}
        onClick={onRemove}
      >
        <IconX size={16} aria-hidden="true" />
      </IconButton>
    </li>
  );
}
