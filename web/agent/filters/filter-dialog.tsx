import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { createFilter, type Filter, updateFilter } from './filters-queries.ts';
import { ShareFields, type Shares } from './share-fields.tsx';

interface FilterDialogProps {
  /** what is changed; null: a new one is saved */
  readonly filter: Filter | null;
  readonly jql: string;
  readonly suggestedName: string;
  readonly onClose: () => void;
  readonly onSaved: (filter: Filter) => void;
}

/** Saves a query under a name, and says who may use and change it. */
export function FilterDialog({ filter, jql, suggestedName, onClose, onSaved }: FilterDialogProps) {
  const { t } = useTranslation('search');
  const errorText = useErrorText();
  const [name, setName] = useState(filter?.name ?? suggestedName);
  const [description, setDescription] = useState(filter?.description ?? '');
  const [isStarred, setIsStarred] = useState(true);
  const [before] = useState<Shares>({
    use: filter?.sharePermissions ?? [],
    edit: filter?.editPermissions ?? [],
  });
  const [shares, setShares] = useState(before);
  const [isNameMissing, setIsNameMissing] = useState(false);
  const save = useMutation({
    mutationFn: () => {
      const input = {
        name: name.trim(),
        description: description.trim(),
        jql,
        // what was not touched may be shared with somebody whom the viewer does not know
        ...(!filter || shares !== before ? { use: shares.use, edit: shares.edit } : {}),
      };
      return filter ? updateFilter(filter.id, input) : createFilter(input, isStarred);
    },
    onSuccess: onSaved,
  });
  const errors = save.error instanceof ApiError ? save.error.errors : {};
  const nameError = isNameMissing ? t('dialog.wantsName') : errors['filterName'] || errors['name'];

  function submit(event: FormEvent) {
    event.preventDefault();
    setIsNameMissing(name.trim() === '');
    if (name.trim() !== '') save.mutate();
  }

  return (
    <Dialog
      title={t(filter ? 'dialog.edit' : 'dialog.new')}
      onClose={onClose}
      size="lg"
      closeOnClickOutside={false}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label={t('dialog.name')}
            value={name}
            maxLength={255}
            required
            data-autofocus
            error={nameError}
            onChange={(event) => {
              setName(event.currentTarget.value);
              setIsNameMissing(false);
            }}
          />
          <Textarea
            label={t('dialog.description')}
            value={description}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={2000}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          {filter ? null : (
            <Checkbox
              label={t('dialog.star')}
              checked={isStarred}
              onChange={(event) => setIsStarred(event.currentTarget.checked)}
            />
          )}
          <ShareFields value={shares} onChange={setShares} />
          {save.error && !nameError ? (
            <Text size="sm" c="red" role="alert">
              {errorText(save.error)}
            </Text>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('dialog.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('dialog.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
