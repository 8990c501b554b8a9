import { IconX } from '@tabler/icons-react';
import { useTranslation } from '../../i18n/use-translation.ts';
import classes from './fields.module.css';

interface ChipsProps {
  /** whose they are, for those who listen to the page */
  readonly label: string;
  readonly chosen: readonly { readonly id: string; readonly name: string }[];
  readonly onRemove: (id: string) => void;
}

/** What is chosen, each with a button that takes it away. */
export function Chips({ label, chosen, onRemove }: ChipsProps) {
  const { t } = useTranslation('fields');
  if (chosen.length === 0) return null;
  return (
    <ul className={classes['chips']} aria-label={t('chosen', { field: label })}>
      {chosen.map(({ id, name }) => (
        <li key={id} className={classes['chip']}>
          <span>{name}</span>
          <button type="button" aria-label={t('remove', { name })} onClick={() => onRemove(id)}>
            <IconX size={15} stroke={2} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
