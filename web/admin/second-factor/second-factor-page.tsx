import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { QueryState } from '../../kit/components/states.tsx';
import { FactorKinds } from './factor-kinds.tsx';
import { FurtherRules } from './further-rules.tsx';
import { policyQuery } from './policy-queries.ts';
import { ScopeRule } from './scope-rule.tsx';

/** /admin/second-factor: which second factors there are, and who needs one. */
export function SecondFactorPage() {
  const { t } = useTranslation('admin');
  const query = useQuery(policyQuery);
  const policy = query.data;
  return (
    <Stack gap="lg" maw="52rem">
      <div>
        <PageTitle title={t('secondFactor.title')} />
        <Text c="dimmed">{t('secondFactor.help')}</Text>
      </div>
      {!policy ? (
        <QueryState query={query} lines={6} />
      ) : (
        <>
          <Text size="sm">{t('secondFactor.people', policy.people)}</Text>
          <Stack gap="md" component="section">
            <Title order={2} size="h3">
              {t('secondFactor.rules.title')}
            </Title>
            <ScopeRule policy={policy} scope="site" />
            <ScopeRule policy={policy} scope="staff" />
            <FurtherRules policy={policy} />
          </Stack>
          <Stack gap="md" component="section">
            <Title order={2} size="h3">
              {t('secondFactor.kinds.title')}
            </Title>
            <FactorKinds key={policy.settings.version} settings={policy.settings} />
          </Stack>
        </>
      )}
    </Stack>
  );
}
