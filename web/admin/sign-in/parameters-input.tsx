import { Button, CloseButton, Group, Input, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../forms/field-of.ts';
import type { ExtraParameter } from './provider-values.ts';

/** Parameters as rows of name and value. */
export function ParametersInput({ value, onChange, error }: Field<ExtraParameter[]>) {
  const { t } = useTranslation('admin');
  const change = (index: number, part: Partial<ExtraParameter>) =>
    onChange(value.map((row, other) => (other === index ? { ...row, ...part } : row)));
  return (
    <Input.Wrapper
      label={t('signIn.fields.extraParameters')}
      description={t('signIn.extra.help')}
      error={error}
      labelElement="div"
    >
      <Stack gap="xs" mt={6}>
        {value.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row that is being typed has no identity but its place
          <Group key={index} gap="xs" wrap="nowrap">
            <TextInput
              aria-label={t('signIn.extra.name', { number: index + 1 })}
              aria-invalid={Boolean(error)}
              placeholder="hd"
              flex={1}
              miw={0}
              spellCheck={false}
              value={row.name}
              onChange={(event) => change(index, { name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={t('signIn.extra.value', { number: index + 1 })}
              placeholder="company.com"
              flex={2}
              miw={0}
              spellCheck={false}
              value={row.value}
              onChange={(event) => change(index, { value: event.currentTarget.value })}
            />
            <CloseButton
              aria-label={t('signIn.extra.remove', { number: index + 1 })}
              onClick={() => onChange(value.filter((_, other) => other !== index))}
            />
          </Group>
        ))}
        <Group>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => onChange([...value, { name: '', value: '' }])}
          >
            {t('signIn.extra.add')}
          </Button>
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}
