import { Fragment } from 'react';
import { linkParts } from '../link-parts.ts';
import classes from './rich-text.module.css';

/**
 * Plain text as people meant it: paragraphs, line breaks, and web and mail addresses as links. Nothing in it is ever
 * taken as markup.
 */
export function RichText({ text }: { text: string }) {
  const paragraphs = text
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n{2,}/);
  return (
    <div className={classes['text']}>
      {paragraphs.map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
        <p key={at}>
          {linkParts(paragraph).map((part, place) =>
            part.href ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: neither have their parts
              <a key={place} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
                {part.text}
              </a>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: neither have their parts
              <Fragment key={place}>{part.text}</Fragment>
            ),
          )}
        </p>
      ))}
    </div>
  );
}
