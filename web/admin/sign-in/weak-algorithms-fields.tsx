import { Checkbox, Group, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Note } from '../../kit/plain/note.tsx';
import type { ProviderValues } from './provider-values.ts';

/** Algorithms that are too weak for everybody, taken from this provider until a day. */
export function WeakAlgorithmsFields({ form }: { form: UseFormReturnType<ProviderValues> }) {
  const { t } = useTranslation('admin');
  return (
    <>
      <Checkbox.Group
        label={t('signIn.fields.weakAlgorithms')}
        description={t('signIn.weak.help')}
        {...form.getInputProps('weakAlgorithms')}
      >
        <Group mt="xs">
          {(['sha1', 'rsa-1_5', '3des'] as const).map((algorithm) => (
            <Checkbox key={algorithm} value={algorithm} label={t(`signIn.weak.${algorithm}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      {form.values.weakAlgorithms.length > 0 ? (
        <>
          <TextInput
            type="date"
            label={t('signIn.fields.weakUntil')}
            withAsterisk
            maw="14rem"
            {...form.getInputProps('weakUntil')}
          />
          <Note tone="error" role="status">
            {t('signIn.weak.warning')}
          </Note>
        </>
      ) : null}
    </>
  );
}
