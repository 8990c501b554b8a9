import { Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Preview, Scope } from './sla-queries.ts';

interface ScopeChoiceProps {
  /** it measures nothing yet */
  readonly isNew: boolean;
  readonly scope: Scope;
  /** tells how many requests there are; null: not known */
  readonly preview: Preview | null;
  readonly onChange: (scope: Scope) => void;
}

/** What saving does to requests that there are: which of them are computed anew. */
export function ScopeChoice({ isNew, scope, preview, onChange }: ScopeChoiceProps) {
  const { t, i18n } = useTranslation('admin');
  const kind = isNew ? 'first' : 'anew';
  const label = (words: string, count: number | undefined) =>
    count === undefined ? words : `${words} (${count.toLocaleString(i18n.language)})`;
  return (
    <Paper p="lg">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('slas.scope.title')}
        </Title>
        <Radio.Group
          aria-label={t('slas.scope.label')}
          value={scope}
          onChange={(chosen) => onChange(chosen === 'all' ? 'all' : 'open')}
        >
          <Stack gap="xs">
            <Radio
              value="open"
              label={label(t(`slas.scope.${kind}.open`), preview?.openRequests)}
              description={t(`slas.scope.${kind}.openHelp`)}
            />
            <Radio
              value="all"
              label={label(t(`slas.scope.${kind}.all`), preview?.allRequests)}
              description={t(`slas.scope.${kind}.allHelp`)}
            />
          </Stack>
        </Radio.Group>
        <Text size="sm" c="dimmed">
          {t('slas.scope.background')}
        </Text>
      </Stack>
    </Paper>
  );
}
