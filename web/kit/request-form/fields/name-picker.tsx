import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../plain/field.module.css';
import { Field } from '../../plain/field.tsx';
import { VisuallyHidden } from '../../plain/visually-hidden.tsx';
import { Chips } from './chips.tsx';
import { around, type ControlProps } from './field-module.ts';
import classes from './fields.module.css';
import { type Named, namedIn, namedState } from './named.ts';

/** Found by a search; `hint` tells apart those of the same name. */
interface Found extends Named {
  readonly hint?: string | undefined;
}

interface NamePickerProps
  extends Omit<ControlProps, 'uploads' | 'takesFiles'>,
    Partial<Pick<ControlProps, 'uploads' | 'takesFiles'>> {
  readonly isSingle: boolean;
  /** says what is searched, so that answers are kept apart */
  readonly kind: string;
  readonly search: (query: string, signal: AbortSignal) => Promise<readonly Found[]>;
}

const typingMs = 200;

/** People or organizations, found by their names: a combobox, and what is chosen above it. */
export function NamePicker({ isSingle, kind, search, ...props }: NamePickerProps) {
  const { field, state, error, serviceDeskId, onChange } = props;
  const { t } = useTranslation('fields');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState(0);
  const query = useLater(words.trim());
  const answer = useQuery({
    queryKey: ['nameable', kind, serviceDeskId, query],
    queryFn: ({ signal }) => search(query, signal),
    enabled: isOpen,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
  const chosen = namedIn(state);
  // until the answer to what is typed has come, none of those before it may be chosen that do not fit
  const isOld = words.trim() !== query || answer.isPlaceholderData;
  const found = (answer.data ?? []).filter(
    (each) => !chosen.some((other) => other.id === each.id) && (!isOld || fits(each, words)),
  );
  const current = found[Math.min(active, found.length - 1)];
  const isListed = isOpen && found.length > 0;

  function choose({ id: chosenId, name }: Named): void {
    onChange(namedState([...(isSingle ? [] : chosen), { id: chosenId, name }]));
    setWords('');
    setActive(0);
    setIsOpen(!isSingle);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) setIsOpen(true);
      else if (found.length > 0) {
        const step = event.key === 'ArrowDown' ? 1 : found.length - 1;
        setActive((Math.min(active, found.length - 1) + step) % found.length);
      }
    } else if (event.key === 'Enter') {
      // never sends the form from here
      event.preventDefault();
      if (isListed && current) choose(current);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      setIsOpen(false);
    } else if (event.key === 'Backspace' && words === '' && chosen.length > 0) {
      onChange(namedState(chosen.slice(0, -1)));
    }
  }

  const isDone = isOpen && !isOld && !answer.isFetching;
  const nothing = t(answer.isError ? 'searchFailed' : 'nothingFound');
  const told = !isDone ? '' : found.length > 0 ? t('found', { count: found.length }) : nothing;
  return (
    <Field {...around({ field, error })}>
      {(described) => (
        <div className={classes['tokens']}>
          <Chips
            label={field.name}
            chosen={chosen}
            onRemove={(removed) => {
              onChange(namedState(chosen.filter((each) => each.id !== removed)));
              input.current?.focus();
            }}
          />
          <div className={classes['combobox']}>
            <input
              {...described}
              ref={input}
              type="text"
              role="combobox"
              aria-autocomplete="list"
              aria-expanded={isListed}
              aria-controls={isListed ? `${id}-list` : undefined}
              aria-activedescendant={isListed && current ? `${id}-${current.id}` : undefined}
              autoComplete="off"
              // Escape closes the list, and not the dialog around it as well
              data-mantine-stop-propagation={isOpen || undefined}
              placeholder={t('searchByName')}
              value={words}
              onChange={(event) => {
                setWords(event.currentTarget.value);
                setActive(0);
                setIsOpen(true);
              }}
              onFocus={() => setIsOpen(true)}
              onClick={() => setIsOpen(true)}
              onBlur={() => setIsOpen(false)}
              onKeyDown={onKeyDown}
            />
            {isListed && (
              <div
                role="listbox"
                id={`${id}-list`}
                aria-label={field.name}
                className={classes['options']}
                // keeps the focus in the input
                onMouseDown={(event) => event.preventDefault()}
              >
                {found.map((each) => (
                  // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input, which names the active one
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the keys
                  <div
                    key={each.id}
                    role="option"
                    id={`${id}-${each.id}`}
                    aria-selected={each === current}
                    className={classes['option']}
                    onClick={() => choose(each)}
                  >
                    {each.name}
                    {each.hint && <span className={classes['hint']}>{each.hint}</span>}
                  </div>
                ))}
              </div>
            )}
            {isDone && found.length === 0 && (
              <div className={classes['options']}>
                <p className={classes['nothing']}>{nothing}</p>
              </div>
            )}
          </div>
          {!isOpen && words.trim() !== '' && <div className={kit['error']}>{t('chooseOne')}</div>}
          <VisuallyHidden role="status">{told}</VisuallyHidden>
        </div>
      )}
    </Field>
  );
}

function fits({ name, hint = '' }: Found, words: string): boolean {
  return `${name}\n${hint}`.toLowerCase().includes(words.trim().toLowerCase());
}

/** What was typed, once typing has paused. */
function useLater(words: string): string {
  const [later, setLater] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setLater(words), typingMs);
    return () => clearTimeout(timer);
  }, [words]);
  return later;
}
