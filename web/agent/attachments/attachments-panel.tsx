import { ActionIcon, Button, Title, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconPaperclip, IconTrash, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttachmentList } from '../../kit/components/attachment-list.tsx';
import { useErrorText } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import classes from './attachments-panel.module.css';
import { deleteFile, type IssueFile } from './issue-files.ts';
import { type Attaching, useAttaching } from './use-attaching.ts';
import { useFilesOverPage } from './use-files-over-page.ts';

/** What others can have the panel do. */
export interface AttachmentsHandle {
  /** Asks for files to attach. */
  choose(): void;
  /** Attaches these. */
  add(files: Iterable<File>): void;
}

interface AttachmentsPanelProps {
  readonly requestKey: string;
  readonly files: readonly IssueFile[];
  readonly ref: Ref<AttachmentsHandle>;
}

/**
 * The files of a request. More come by choosing, by dropping them anywhere on the page, or by pasting; those of comments,
 * which are shown there, on demand.
 */
export function AttachmentsPanel({ requestKey, files, ref }: AttachmentsPanelProps) {
  const { t } = useTranslation('agent');
  const input = useRef<HTMLInputElement>(null);
  const attaching = useAttaching(requestKey);
  const isOver = useFilesOverPage((dropped) => attaching.add(dropped));
  const [showsAll, setShowsAll] = useState(false);
  const [asked, setAsked] = useState<IssueFile | null>(null);
  useImperativeHandle(ref, () => ({ choose: () => input.current?.click(), add: attaching.add }));

  const inComments = files.filter(({ isInComment }) => isInComment).length;
  const shown = showsAll ? files : files.filter(({ isInComment }) => !isInComment);
  const isEmpty = files.length === 0 && attaching.list.length === 0;
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="attach-files"
        onChange={(event) => {
          attaching.add([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
      {isOver ? (
        <div className={classes['over']}>
          <IconPaperclip size={20} aria-hidden="true" />
          {t('files.drop')}
        </div>
      ) : null}
      <VisuallyHidden role="status">
        {attaching.arrived === null ? '' : t('files.attached', { name: attaching.arrived })}
      </VisuallyHidden>
      {isEmpty ? null : (
        <section aria-labelledby="attachments" className={classes['panel']}>
          <Title order={2} size="h5" id="attachments">
            {t('files.title')}
            <span className={classes['count']}>{files.length}</span>
          </Title>
          <AttachmentList
            attachments={shown}
            action={(file) => (
              <>
                {file.isPublic ? null : (
                  <span className={classes['internal']} title={t('files.internal')}>
                    <IconLock size={13} aria-hidden="true" />
                    <VisuallyHidden>{t('files.internal')}</VisuallyHidden>
                  </span>
                )}
                <ActionIcon
                  className={classes['remove'] ?? ''}
                  variant="default"
                  size="sm"
                  aria-label={t('files.remove', { name: file.fileName })}
                  title={t('files.remove', { name: file.fileName })}
                  onClick={() => setAsked(file)}
                >
                  <IconTrash size={14} aria-hidden="true" />
                </ActionIcon>
              </>
            )}
          />
          {attaching.list.length > 0 ? (
            <ul className={classes['uploads']}>
              {attaching.list.map((each) => (
                <UploadRow key={each.id} upload={each} onDismiss={() => attaching.dismiss(each.id)} />
              ))}
            </ul>
          ) : null}
          {inComments > 0 ? (
            <button
              type="button"
              className={classes['more']}
              aria-expanded={showsAll}
              onClick={() => setShowsAll(!showsAll)}
            >
              {showsAll ? t('files.hideInComments') : t('files.inComments', { count: inComments })}
            </button>
          ) : null}
        </section>
      )}
      {asked ? <DeleteDialog requestKey={requestKey} file={asked} onClose={() => setAsked(null)} /> : null}
    </>
  );
}

function UploadRow({ upload, onDismiss }: { upload: Attaching; onDismiss: () => void }) {
  const { t } = useTranslation('agent');
  const { fileName: name, percent, problem } = upload;
  const label = problem === null ? t('files.cancel', { name }) : t('files.dismiss');
  return (
    <li className={classes['upload']} data-failed={problem !== null || undefined}>
      {problem === null ? (
        <IconPaperclip size={16} aria-hidden="true" />
      ) : (
        <IconAlertTriangle size={16} aria-hidden="true" />
      )}
      <span role={problem === null ? undefined : 'alert'}>{problem ?? name}</span>
      {problem === null ? (
        <progress max={100} value={percent} aria-label={t('files.uploading', { name, percent })} />
      ) : null}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={label}
        title={label}
        onClick={onDismiss}
      >
        <IconX size={14} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}

/** Deleting takes the file from everybody, and it does not come back. */
function DeleteDialog(props: { requestKey: string; file: IssueFile; onClose: () => void }) {
  const { requestKey, file, onClose } = props;
  const { t } = useTranslation('agent');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const name = file.fileName;
  const removal = useMutation({
    mutationFn: () => deleteFile(file.id),
    onSuccess: () => tellDone(t('files.removed', { name })),
    onError: (error) => tellFailure(t('files.notRemoved', { name }), errorText(error)),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['request', requestKey] });
      onClose();
    },
  });
  return (
    <Dialog title={t('files.removeQuestion', { name })} onClose={onClose} size="sm">
      <div className={classes['answers']}>
        <Button
          data-autofocus
          size="sm"
          color="red"
          loading={removal.isPending}
          onClick={() => removal.mutate()}
        >
          {t('files.removeIt')}
        </Button>
        <Button size="sm" variant="default" onClick={onClose}>
          {t('edit.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
