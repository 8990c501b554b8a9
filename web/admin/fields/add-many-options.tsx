import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { type EditedOption, optionsFromLines } from './edited-field.ts';

interface AddManyOptionsProps {
  readonly there: readonly EditedOption[];
  readonly parentName: string | null;
  readonly onAdd: (options: readonly EditedOption[]) => void;
  readonly onClose: () => void;
}

/** Makes an option of each line. */
export function AddManyOptions({ there, parentName, onAdd, onClose }: AddManyOptionsProps) {
  const { t } = useTranslation('admin');
  const [text, setText] = useState('');
  const { length } = optionsFromLines(text, there);
  return (
    <Dialog
      onClose={onClose}
      closeOnClickOutside={text === ''}
      title={
        parentName === null
          ? t('fields.options.manyTitle')
          : t('fields.options.manyUnderTitle', { parent: parentName })
      }
    >
      <Stack gap="md">
        <Textarea
          label={t('fields.options.manyLabel')}
          description={t('fields.options.manyHelp')}
          data-autofocus
          autosize
          minRows={6}
          maxRows={16}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('form.cancel')}
          </Button>
          <Button
            disabled={length === 0}
            onClick={() => {
              onAdd(optionsFromLines(text, there));
              onClose();
            }}
          >
            {t('fields.options.manySubmit', { count: length })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
