import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { type Choice, choicesQuery, deleteChoice, type ListName } from './choice-queries.ts';

interface RemoveChoiceProps {
  readonly list: ListName;
  readonly choice: Choice;
  readonly others: readonly Choice[];
  readonly onClose: () => void;
}

/** Deletes a priority or a resolution, and asks what requests that have it get instead. */
export function RemoveChoice({ list, choice, others, onClose }: RemoveChoiceProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const [replaceWith, setReplaceWith] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const saving = useSave({
    fields: ['replaceWith'],
    setErrors,
    save: (chosen: string) => deleteChoice(list, choice.id, chosen),
    onSaved() {
      tellDone(t('choices.removed', { name: choice.name }));
      void queries.invalidateQueries({ queryKey: choicesQuery(list).queryKey });
      void queries.invalidateQueries({ queryKey: ['workflow-options'] });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={t(`choices.${list}.removeTitle`, { name: choice.name })}>
      <form
        ref={saving.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          saving.save(replaceWith);
        }}
      >
        <Stack gap="md">
          <NativeSelect
            label={t(`choices.${list}.replace`)}
            data={[
              { value: '', label: t('choices.nothing') },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={replaceWith}
            error={errors['replaceWith']}
            onChange={(event) => {
              setReplaceWith(event.currentTarget.value);
              setErrors({});
            }}
          />
          {replaceWith === '' ? null : (
            <Text size="sm" c="dimmed">
              {t('choices.removeText')}
            </Text>
          )}
          <FormProblem problem={saving.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" color="red" loading={saving.isSaving}>
              {t('choices.removeAction')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
