import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { type Filter, giveFilter } from './filters-queries.ts';
import { colleaguesQuery, type ShareChoice } from './share-queries.ts';

interface OwnerDialogProps {
  readonly filter: Filter;
  readonly onClose: () => void;
  readonly onGiven: () => void;
}

/** Gives a filter to somebody else. */
export function OwnerDialog({ filter, onClose, onGiven }: OwnerDialogProps) {
  const { t } = useTranslation('search');
  const errorText = useErrorText();
  const [chosen, setChosen] = useState<ShareChoice | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 150);
  const people = useQuery(colleaguesQuery(asked === chosen?.name ? '' : asked));
  const found = (people.data ?? []).filter(({ id }) => id !== filter.owner?.accountId);
  const choices = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  const give = useMutation({
    mutationFn: (to: ShareChoice) => giveFilter(filter.id, to.id),
    onSuccess: onGiven,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setIsMissing(!chosen);
    if (chosen) give.mutate(chosen);
  }

  return (
    <Dialog title={t('owner.title', { name: filter.name })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm">
            {filter.owner ? t('owner.now', { name: filter.owner.displayName }) : t('owner.gone')}{' '}
            {t('owner.text')}
          </Text>
          <Select
            label={t('owner.new')}
            placeholder={t('dialog.choose')}
            nothingFoundMessage={t('fields.noValues')}
            searchable
            openOnFocus={false}
            required
            data-autofocus
            error={isMissing ? t('owner.wanted') : give.error ? errorText(give.error) : null}
            data={choices.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen?.id ?? null}
            onChange={(id) => {
              setChosen(choices.find((choice) => choice.id === id) ?? null);
              setIsMissing(false);
              give.reset();
            }}
            onSearchChange={setTyped}
            // the server has chosen already
            filter={({ options }) => options}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('dialog.cancel')}
            </Button>
            <Button type="submit" loading={give.isPending}>
              {t('owner.give')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
