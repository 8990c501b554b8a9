import { useTranslation } from '../../i18n/use-translation.ts';
import { Select } from '../../plain/field.tsx';
import { around, type ControlProps, type FieldModule } from './field-module.ts';
import { line } from './line.ts';

/** What fields have in common of which one option is chosen: its id is kept. */
export const oneOption: Pick<FieldModule, 'initial' | 'isEmpty' | 'sent' | 'terms'> = {
  ...line,
  sent: (state) => ({ id: state }),
};

/** One of a list of options. */
export const selectField: FieldModule = { ...oneOption, Control };

function Control({ field, state, error, onChange }: ControlProps) {
  const { t } = useTranslation('fields');
  return (
    <Select
      {...around({ field, error })}
      placeholder={t('choose')}
      options={field.validValues}
      value={state}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
