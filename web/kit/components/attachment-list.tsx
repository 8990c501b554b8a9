import { IconFile, IconFileSpreadsheet, IconFileText, IconFileZip, IconPhoto } from '@tabler/icons-react';
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
}

/** The types that the server lets a browser show inline. */
const shownInline = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

function iconFor(mediaType: string) {
  if (mediaType.startsWith('image/')) return IconPhoto;
  if (/zip|compressed|tar/.test(mediaType)) return IconFileZip;
  if (/sheet|excel|csv/.test(mediaType)) return IconFileSpreadsheet;
  if (/^text\/|pdf|word|document/.test(mediaType)) return IconFileText;
  return IconFile;
}

/** Attachments as tiles: pictures as themselves, others by an icon; each opens or downloads. */
export function AttachmentList({ attachments }: { attachments: readonly AttachmentSummary[] }) {
  const { t, language } = useTranslation('kit');
  if (attachments.length === 0) return null;
  return (
    <ul className={classes['list']}>
      {attachments.map(({ url, fileName, sizeBytes, mediaType }) => {
        const size = fileSize(sizeBytes, language);
        const isPicture = shownInline.has(mediaType);
        const Icon = iconFor(mediaType);
        return (
          <li key={url}>
            <a
              href={asSeen(url)}
              className={classes['tile']}
              {...(isPicture ? { target: '_blank', rel: 'noopener' } : { download: fileName })}
            >
              <VisuallyHidden>{t(isPicture ? 'attachments.open' : 'attachments.download')} </VisuallyHidden>
              <span className={classes['preview']}>
                {isPicture ? (
                  <img src={asSeen(url)} alt="" loading="lazy" />
                ) : (
                  <Icon size={28} stroke={1.4} aria-hidden="true" />
                )}
              </span>
              <span className={classes['name']} title={fileName}>
                {fileName}
              </span>
              <span className={classes['size']}>{size}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
