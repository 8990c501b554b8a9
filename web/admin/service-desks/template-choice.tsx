import { Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../kit/components/states.tsx';
import { deskTemplatesQuery, type TemplateKey } from './service-desk-queries.ts';
import { TemplatePreview } from './template-preview.tsx';

interface TemplateChoiceProps {
  readonly value: TemplateKey;
  readonly onChange: (template: TemplateKey) => void;
  readonly error?: ReactNode;
}

/** What the new desk begins with, and what that is in full. */
export function TemplateChoice({ value, onChange, error }: TemplateChoiceProps) {
  const { t } = useTranslation('admin');
  const query = useQuery(deskTemplatesQuery);
  const templates = query.data?.values;
  const chosen = templates?.find(({ key }) => key === value);
  if (!templates) return <QueryState query={query} lines={3} />;
  return (
    <Stack gap="sm">
      <Radio.Group
        label={t('serviceDesks.new.template')}
        value={value}
        onChange={(key) => onChange(templates.find((template) => template.key === key)?.key ?? value)}
        error={error}
      >
        <Stack gap="xs" mt={6}>
          {templates.map(({ key, name, description }) => (
            <Radio
              key={key}
              value={key}
              label={name}
              description={description}
              data-autofocus={key === value || undefined}
            />
          ))}
        </Stack>
      </Radio.Group>
      {chosen ? <TemplatePreview template={chosen} /> : null}
    </Stack>
  );
}
