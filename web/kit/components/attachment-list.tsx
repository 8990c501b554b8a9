import { IconFile, IconFileSpreadsheet, IconFileText, IconFileZip, IconPhoto } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { asSeen } from '../api/seen-as.ts';
import { fileSize } from '../file-size.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { VisuallyHidden } from '../plain/visually-hidden.tsx';
import classes from './attachment-list.module.css';

/** What the list needs of an attachment. */
export interface AttachmentSummary {
  /** where it is downloaded */
  readonly url: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  /** a small picture of it; absent: itself */
  readonly thumbnailUrl?: string | undefined;
}

/** Pictures that the server lets a browser show; it told their type itself, by their first bytes. */
const pictureTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

const Viewer = lazy(async () => ({ default: (await import('./picture-viewer.tsx')).PictureViewer }));

function iconFor(mediaType: string) {
  if (mediaType.startsWith('image/')) return IconPhoto;
  if (/zip|compressed|tar/.test(mediaType)) return IconFileZip;
  if (/sheet|excel|csv/.test(mediaType)) return IconFileSpreadsheet;
  if (/^text\/|pdf|word|document/.test(mediaType)) return IconFileText;
  return IconFile;
}

/**
 * Attachments as tiles: pictures as themselves, others by an icon. A picture opens large over the page, a PDF in a page of its
 * own, in which the server lets nothing run; others are downloaded.
 */
export function AttachmentList<Attachment extends AttachmentSummary>({
  attachments,
  action,
}: {
  attachments: readonly Attachment[];
  /** what can be done with one, beside opening it */
  action?: (attachment: Attachment) => ReactNode;
}) {
  const { t, language } = useTranslation('kit');
  const [viewed, setViewed] = useState<number | null>(null);
  const pictures = attachments.filter(({ mediaType }) => pictureTypes.has(mediaType));
  if (attachments.length === 0) return null;
  return (
    <>
      <ul className={classes['list']}>
        {attachments.map((attachment) => {
          const { url, fileName, sizeBytes, mediaType, thumbnailUrl = url } = attachment;
          const size = fileSize(sizeBytes, language);
          const isPicture = pictureTypes.has(mediaType);
          const isOpened = isPicture || mediaType === 'application/pdf';
          const Icon = iconFor(mediaType);
          return (
            <li key={url}>
              <a
                href={asSeen(url)}
                className={classes['tile']}
                {...(isOpened ? { target: '_blank', rel: 'noopener' } : { download: fileName })}
                {...(isPicture && { 'aria-haspopup': 'dialog' as const })}
                onClick={(event) => {
                  // a key that is held wants a tab or window of its own
                  if (!isPicture || event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  setViewed(pictures.indexOf(attachment));
                }}
              >
                <VisuallyHidden>{t(isOpened ? 'attachments.open' : 'attachments.download')} </VisuallyHidden>
                <span className={classes['preview']}>
                  {isPicture ? (
                    <img src={asSeen(thumbnailUrl)} alt="" loading="lazy" />
                  ) : (
                    <Icon size={28} stroke={1.4} aria-hidden="true" />
                  )}
                </span>
                <span className={classes['name']} title={fileName}>
                  {fileName}
                </span>
                <span className={classes['size']}>{size}</span>
              </a>
              {action?.(attachment)}
            </li>
          );
        })}
      </ul>
      {viewed !== null && (
        <Suspense>
          <Viewer pictures={pictures} first={viewed} onClose={() => setViewed(null)} />
        </Suspense>
      )}
    </>
  );
}
