import { PersonAvatar } from '../components/person-avatar.tsx';
import { useTimeZone } from '../components/time.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { LazyRichText } from '../rich-text/lazy-rich-text.tsx';
import classes from './field-value.module.css';
import { shownValue } from './shown-value.ts';

interface FieldValueProps {
  readonly type: string;
  readonly value: unknown;
  /** the same as rich text, where it is that */
  readonly document?: unknown;
}

/** A value of a field as its type wants to be read. Draws nothing where there is none. */
export function FieldValue({ type, value, document }: FieldValueProps) {
  const { language } = useTranslation('kit');
  const timeZone = useTimeZone();
  const shown = shownValue(type, value, { language, timeZone });
  switch (shown.kind) {
    case 'nothing':
      return null;
    case 'text':
      return shown.text;
    case 'rich':
      return <LazyRichText text={shown.text} document={document} />;
    case 'link':
      return (
        <a
          className={classes['link']}
          href={shown.href}
          {...(shown.href.startsWith('http') && { target: '_blank', rel: 'noopener noreferrer nofollow' })}
        >
          {shown.text}
        </a>
      );
    case 'list':
      return shown.items.length === 1 ? (
        shown.items[0]
      ) : (
        <ul className={classes['list']}>
          {shown.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'people':
      return (
        <ul className={classes['people']}>
          {shown.items.map((name, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and their order stays
            <li key={at}>
              <PersonAvatar name={name} size={24} />
              <span>{name}</span>
            </li>
          ))}
        </ul>
      );
  }
}
