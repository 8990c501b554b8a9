import { useTranslation } from '../../i18n/use-translation.ts';
import { Select } from '../../plain/field.tsx';
import { around, type Choice, type ControlProps, type FieldModule } from './field-module.ts';
import classes from './fields.module.css';
import { firstDefault, readJson } from './line.ts';

/** An option, and one of those under it: [id] or [id, id of the second] is kept. */
export const cascadingSelectField: FieldModule = {
  initial(field) {
    const ids = field.defaultValues.map(({ value }) => value);
    const upper = field.validValues.find(({ value }) => ids.includes(value));
    if (!upper) return firstDefault(field) && '';
    const lower = childrenOf(upper).find(({ value }) => ids.includes(value));
    return stateOf(upper.value, lower?.value ?? '');
  },
  isEmpty: (state) => pairIn(state)[0] === '',
  sent(state) {
    const [id, child] = pairIn(state);
    return { id, ...(child !== '' && { child: { id: child } }) };
  },
  terms: (state) => pairIn(state).filter((id) => id !== ''),
  Control,
};

function Control({ field, state, error, onChange }: ControlProps) {
  const { t } = useTranslation('fields');
  const words = useTranslation('fields');
  const [id, child] = pairIn(state);
  const upper = field.validValues.find(({ value }) => value === id);
  const under = upper ? childrenOf(upper) : [];
  return (
    <div className={classes['cascade']}>
      <Select
        {...around({ field, error })}
        placeholder={t('choose')}
        options={field.validValues}
        value={id}
        onChange={(event) => onChange(stateOf(event.currentTarget.value, ''))}
      />
      {upper && under.length > 0 && (
        <Select
          label={words.t('within', { field: field.name, choice: upper.label })}
          placeholder={t('choose')}
          options={under}
          value={child}
          onChange={(event) => onChange(stateOf(id, event.currentTarget.value))}
        />
      )}
    </div>
  );
}

function pairIn(state: string): readonly [string, string] {
  const pair = readJson(state);
  const [id, child] = Array.isArray(pair) ? pair : [];
  return [typeof id === 'string' ? id : '', typeof child === 'string' ? child : ''];
}

function stateOf(id: string, child: string): string {
  return id === '' ? '' : JSON.stringify([id, child]);
}

function childrenOf({ children = [] }: Choice): Choice[] {
  return children.filter(
    (child): child is Choice =>
      typeof child === 'object' && child !== null && 'value' in child && 'label' in child,
  );
}
