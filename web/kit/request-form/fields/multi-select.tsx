import { useRef, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../plain/field.module.css';
import { VisuallyHidden } from '../../plain/visually-hidden.tsx';
import { Boxes, someOptions } from './checkboxes.tsx';
import { Chips } from './chips.tsx';
import { FieldGroup } from './field-group.tsx';
import { around, type ControlProps, type FieldModule } from './field-module.ts';
import classes from './fields.module.css';
import { listIn, listState } from './line.ts';

/** From how many options on there is a search. */
const searchFrom = 9;

/** Several of a list of options, which may be long: boxes with a search over them, and what is ticked above. */
export const multiSelectField: FieldModule = { ...someOptions, Control };

function Control({ field, state, error, onChange }: ControlProps) {
  const { t } = useTranslation('fields');
  const [words, setWords] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const { validValues } = field;
  if (validValues.length < searchFrom) {
    return (
      <FieldGroup {...around({ field, error })}>
        <Boxes choices={validValues} state={state} onChange={onChange} />
      </FieldGroup>
    );
  }
  const chosen = listIn(state);
  const found = validValues.filter(({ label }) => label.toLowerCase().includes(words.trim().toLowerCase()));
  return (
    <FieldGroup {...around({ field, error })}>
      <Chips
        label={field.name}
        chosen={validValues
          .filter(({ value }) => chosen.includes(value))
          .map(({ value, label }) => ({ id: value, name: label }))}
        onRemove={(id) => {
          onChange(listState(chosen.filter((each) => each !== id)));
          search.current?.focus();
        }}
      />
      <div className={classes['list']}>
        <input
          ref={search}
          type="search"
          className={kit['input']}
          aria-label={t('searchIn', { field: field.name })}
          placeholder={t('search')}
          autoComplete="off"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
        <div className={classes['scroll']}>
          <Boxes choices={found} state={state} onChange={onChange} />
          {found.length === 0 && <p className={classes['nothing']}>{t('nothingFound')}</p>}
        </div>
        <VisuallyHidden role="status">
          {words.trim() === '' ? '' : t('found', { count: found.length })}
        </VisuallyHidden>
      </div>
    </FieldGroup>
  );
}
