import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Field } from '../../plain/field.tsx';
import { Chips } from './chips.tsx';
import { around, type ControlProps, type FieldModule } from './field-module.ts';
import classes from './fields.module.css';
import { defaultJson, listState, readJson } from './line.ts';

/** Words without spaces that people make up: those that are confirmed are kept, and what is being typed. */
export const labelsField: FieldModule = {
  initial(field) {
    const labels = defaultJson(field);
    return Array.isArray(labels) ? stateOf(labels.map(String), '') : '';
  },
  isEmpty: (state) => all(state).length === 0,
  problem(state, { _portico: { settings } }) {
    const { maxValues } = settings;
    return maxValues !== undefined && all(state).length > maxValues
      ? { problem: 'tooMany', count: maxValues }
      : null;
  },
  sent: all,
  terms: all,
  Control,
};

function Control({ field, state, error, onChange }: ControlProps) {
  const { t } = useTranslation('fields');
  const input = useRef<HTMLInputElement>(null);
  const { labels, typed } = read(state);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // while an input method composes, its keys are its own
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault();
      onChange(stateOf(all(state), ''));
    } else if (event.key === 'Backspace' && typed === '' && labels.length > 0) {
      onChange(stateOf(labels.slice(0, -1), ''));
    }
  }

  return (
    <Field
      {...around({ field, error })}
      description={[field.description, t('labelsHint')].filter(Boolean).join(' ')}
    >
      {(described) => (
        <div className={classes['tokens']}>
          <Chips
            label={field.name}
            chosen={labels.map((label) => ({ id: label, name: label }))}
            onRemove={(label) => {
              onChange(
                stateOf(
                  labels.filter((each) => each !== label),
                  typed,
                ),
              );
              input.current?.focus();
            }}
          />
          <input
            {...described}
            ref={input}
            type="text"
            autoComplete="off"
            autoCapitalize="none"
            value={typed}
            onKeyDown={onKeyDown}
            onChange={(event) => {
              // a space or a comma ends a word
              const parts = event.currentTarget.value.split(/[\s,;]+/u);
              const last = parts.pop() ?? '';
              onChange(stateOf(unique([...labels, ...parts]), last));
            }}
            onBlur={() => typed !== '' && onChange(stateOf(all(state), ''))}
          />
        </div>
      )}
    </Field>
  );
}

function read(state: string): { labels: string[]; typed: string } {
  const kept = readJson(state);
  const [labels, typed] = Array.isArray(kept) ? kept : [];
  return {
    labels: Array.isArray(labels) ? labels.map(String) : [],
    typed: typeof typed === 'string' ? typed : '',
  };
}

function all(state: string): string[] {
  const { labels, typed } = read(state);
  return unique([...labels, typed.trim()]);
}

function unique(labels: readonly string[]): string[] {
  return [...new Set(labels)].filter((label) => label !== '');
}

function stateOf(labels: readonly string[], typed: string): string {
  return labels.length === 0 && typed === '' ? '' : listState([labels, typed]);
}
