import { ActionIcon, InputWrapper, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonAvatar } from '../../kit/components/person-avatar.tsx';
import { PersonPicker } from '../people-picker/person-picker.tsx';
import classes from './audit-filters.module.css';
import { personNameQuery } from './audit-queries.ts';

interface PersonFilterProps {
  /** accountId */
  readonly person: string | null;
  readonly as: 'actor' | 'object' | null;
  readonly onChange: (person: string | null, as: 'actor' | 'object' | null) => void;
}

const nobody: ReadonlySet<string> = new Set();

/** Whose acts, and what was done to whom. */
export function PersonFilter({ person, as, onChange }: PersonFilterProps) {
  const { t } = useTranslation('admin');
  if (person === null) {
    return (
      <PersonPicker
        label={t('audit.person')}
        excluded={nobody}
        includesInactive
        onPick={({ accountId }) => onChange(accountId, null)}
      />
    );
  }
  return <ChosenPerson person={person} as={as} onChange={onChange} />;
}

function ChosenPerson({ person, as, onChange }: PersonFilterProps & { person: string }) {
  const { t } = useTranslation('admin');
  const id = useId();
  const { data, isError } = useQuery(personNameQuery(person));
  const name = data ?? (isError ? t('audit.unknownPerson') : '…');
  return (
    <div className={classes['person']}>
      <InputWrapper label={t('audit.person')} labelElement="div">
        <div className={classes['chosen']} id={id}>
          <PersonAvatar name={name} size={24} />
          <span className={classes['name']}>{name}</span>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('audit.removePerson', { name })}
            onClick={() => onChange(null, null)}
          >
            <IconX size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      </InputWrapper>
      <NativeSelect
        aria-label={t('audit.personAs')}
        size="xs"
        value={as ?? 'either'}
        data={(['either', 'actor', 'object'] as const).map((value) => ({
          value,
          label: t(`audit.as.${value}`),
        }))}
        onChange={({ currentTarget: { value } }) =>
          onChange(person, value === 'actor' || value === 'object' ? value : null)
        }
      />
    </div>
  );
}
