import { IconChevronDown, IconChevronUp, IconColumns3 } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { useErrorText } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button, IconButton } from '../../kit/plain/button.tsx';
import { VisuallyHidden } from '../../kit/plain/visually-hidden.tsx';
import classes from './column-chooser.module.css';
import { type ListColumn, offeredColumns, withColumn, withMoved } from './columns.ts';
import { saveColumns } from './list-queries.ts';
import { columnsQuery } from './requests-queries.ts';

interface ChooserProps {
  readonly columns: readonly ListColumn[];
  /** of who has chosen none */
  readonly usual: readonly ListColumn[];
  readonly isChosen: boolean;
}

/** Chooses what the list shows and in which order. Each choice is kept at once, with the account. */
export function ColumnChooser(props: ChooserProps) {
  const { t } = useTranslation('requests');
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const close = (event: PointerEvent | FocusEvent) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, [isOpen]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what its button opens
    <div
      ref={place}
      className={classes['place']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        setIsOpen(false);
        button.current?.focus();
      }}
    >
      <Button
        ref={button}
        size="sm"
        aria-expanded={isOpen}
        aria-controls={id}
        icon={<IconColumns3 size={16} aria-hidden="true" />}
        onClick={() => setIsOpen(!isOpen)}
      >
        {t('choose.button')}
      </Button>
      {isOpen && <Choices id={id} {...props} />}
    </div>
  );
}

function Choices({ id, columns, usual, isChosen }: ChooserProps & { id: string }) {
  const { t } = useTranslation('requests');
  const errorText = useErrorText();
  const queries = useQueryClient();
  const { queryKey } = columnsQuery;
  const [shown, setShown] = useState(columns);
  // those that were taken off stay where they were, until the panel is closed
  const [offered, setOffered] = useState(() => offeredColumns(columns));
  const [news, setNews] = useState('');
  const saving = useMutation({
    mutationFn: saveColumns,
    // one after the other, so that the last choice is the one that stays
    scope: { id: 'request-columns' },
    onError: () => void queries.invalidateQueries({ queryKey }),
  });

  function keep(next: ListColumn[] | null) {
    setShown(next ?? usual);
    void queries.cancelQueries({ queryKey });
    queries.setQueryData(queryKey, next);
    saving.mutate(next);
  }
  function show(column: ListColumn, isShown: boolean) {
    const next = withColumn(shown, column, isShown);
    keep(offered.filter((other) => next.includes(other)));
  }
  function move(column: ListColumn, by: -1 | 1) {
    const next = withMoved(offered, column, by);
    setOffered(next);
    setNews(
      t('choose.moved', {
        column: t(`columns.${column}`),
        number: next.indexOf(column) + 1,
        count: next.length,
      }),
    );
    keep(next.filter((other) => shown.includes(other)));
  }

  return (
    <section id={id} aria-label={t('choose.title')} className={classes['panel']}>
      <ul>
        {offered.map((column, index) => {
          const name = t(`columns.${column}`);
          return (
            <li key={column}>
              <label>
                <input
                  type="checkbox"
                  checked={shown.includes(column)}
                  disabled={column === 'summary'}
                  onChange={(event) => show(column, event.currentTarget.checked)}
                />
                <span>{name}</span>
              </label>
              <IconButton
                label={t('choose.up', { column: name })}
                aria-disabled={index === 0}
                onClick={() => index > 0 && move(column, -1)}
              >
                <IconChevronUp size={16} aria-hidden="true" />
              </IconButton>
              <IconButton
                label={t('choose.down', { column: name })}
                aria-disabled={index === offered.length - 1}
                onClick={() => index < offered.length - 1 && move(column, 1)}
              >
                <IconChevronDown size={16} aria-hidden="true" />
              </IconButton>
            </li>
          );
        })}
      </ul>
      <p className={classes['help']}>{t('choose.help')}</p>
      {isChosen && (
        <Button
          size="sm"
          variant="subtle"
          onClick={() => {
            keep(null);
            setOffered(offeredColumns(usual));
          }}
        >
          {t('choose.usual')}
        </Button>
      )}
      {saving.error && (
        <p role="alert" className={classes['problem']}>
          {t('choose.failed', { reason: errorText(saving.error) })}
        </p>
      )}
      <VisuallyHidden>
        <span role="status">{news}</span>
      </VisuallyHidden>
    </section>
  );
}
