import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useEffect, useId } from 'react';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { VisuallyHidden } from '../../kit/plain/visually-hidden.tsx';
import classes from './search-box.module.css';

interface SearchBoxProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly onSubmit: () => void;
}

/** The one box to search in. The slash key leads to it from anywhere on the page. */
export function SearchBox({ input, label, placeholder, text, onType, onSubmit }: SearchBoxProps) {
  const { t } = useTranslation('home');
  const id = useId();
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, [input]);
  return (
    <search className={classes['search']}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <label htmlFor={id}>
          <VisuallyHidden>{label}</VisuallyHidden>
          <IconSearch size={20} stroke={1.8} aria-hidden="true" />
        </label>
        <input
          ref={input}
          id={id}
          type="search"
          autoComplete="off"
          maxLength={200}
          placeholder={placeholder}
          aria-describedby={`${id}-keys`}
          aria-keyshortcuts="/"
          value={text}
          onChange={(event) => onType(event.currentTarget.value)}
        />
        <VisuallyHidden>
          <span id={`${id}-keys`}>{t('keys')}</span>
        </VisuallyHidden>
      </form>
    </search>
  );
}
