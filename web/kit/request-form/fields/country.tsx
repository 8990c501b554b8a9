import { useMemo } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { Select } from '../../plain/field.tsx';
import { around, type Choice, type ControlProps, type FieldModule } from './field-module.ts';
import { defaultJson } from './line.ts';
import { oneOption } from './select.tsx';

/** A country, by its code. */
export const countryField: FieldModule = {
  ...oneOption,
  initial(field) {
    const { id } = (defaultJson(field) ?? {}) as { id?: unknown };
    return typeof id === 'string' ? id : '';
  },
  Control,
};

function Control({ field, state, error, onChange }: ControlProps) {
  const { t, language } = useTranslation('fields');
  const options = useMemo(() => countriesIn(language, field.validValues), [language, field.validValues]);
  return (
    <Select
      {...around({ field, error })}
      placeholder={t('choose')}
      options={options}
      autoComplete="country"
      value={state}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** The countries by their names in a language, in its order. */
export function countriesIn(language: string, countries: readonly Choice[]): Choice[] {
  const names = new Intl.DisplayNames([language, 'en'], { type: 'region' });
  const { compare } = new Intl.Collator(language);
  return countries
    .map(({ value, label }) => ({ value, label: names.of(value) ?? label }))
    .sort((one, other) => compare(one.label, other.label));
}
