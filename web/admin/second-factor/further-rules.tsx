import { Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddRule } from './add-rule.tsx';
import type { FactorPolicy, FactorRule } from './policy-queries.ts';
import { useRule } from './use-rule.tsx';

/** Rules for single portals, organizations and providers. */
export function FurtherRules({ policy }: { policy: FactorPolicy }) {
  const { t } = useTranslation('admin');
  const [isAdding, setIsAdding] = useState(false);
  const { save, isSaving, dialog } = useRule();
  const rules = policy.policies.filter(({ scopeId }) => scopeId !== null);

  function words({ requirement, graceDays }: FactorRule): string {
    if (requirement !== 'required') return t(`secondFactor.rules.${requirement}`);
    const time =
      graceDays === 0 ? t('secondFactor.rules.atOnce') : t('secondFactor.rules.days', { count: graceDays });
    return `${t('secondFactor.rules.required')}, ${time}`;
  }
  return (
    <Stack gap="sm">
      <div>
        <Title order={3} size="h4">
          {t('secondFactor.rules.others')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('secondFactor.rules.othersHelp')}
        </Text>
      </div>
      {rules.length === 0 ? <Text size="sm">{t('secondFactor.rules.empty')}</Text> : null}
      {rules.length > 0 ? (
        <List listStyleType="none" spacing="xs">
          {rules.map((rule) => {
            const name = rule.scopeName ?? '';
            const { scope } = rule;
            return (
              <List.Item key={`${scope}-${rule.scopeId}`}>
                <Group gap="sm">
                  <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                    {scope === 'site' || scope === 'staff' ? '' : t(`secondFactor.rules.scopes.${scope}`)}{' '}
                    <strong>{name}</strong>: {words(rule)}
                  </Text>
                  <Button
                    size="xs"
                    variant="default"
                    disabled={isSaving}
                    aria-label={t('secondFactor.rules.removeLabel', { name })}
                    onClick={() => save({ scope, scopeId: rule.scopeId, requirement: null, graceDays: 0 })}
                  >
                    {t('secondFactor.rules.remove')}
                  </Button>
                </Group>
              </List.Item>
            );
          })}
        </List>
      ) : null}
      {isAdding ? (
        <AddRule onEnd={() => setIsAdding(false)} />
      ) : (
        <div>
          <Button variant="default" onClick={() => setIsAdding(true)}>
            {t('secondFactor.rules.add')}
          </Button>
        </div>
      )}
      {dialog}
    </Stack>
  );
}
