import { Button, Group, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FactorPolicy } from './policy-queries.ts';
import { useRule } from './use-rule.tsx';

const requirements = ['off', 'optional', 'required'] as const;
type Requirement = (typeof requirements)[number];

interface ScopeRuleProps {
  readonly policy: FactorPolicy;
  readonly scope: 'site' | 'staff';
}

/** The rule for everybody, or for those who work here. */
export function ScopeRule({ policy, scope }: ScopeRuleProps) {
  const { t } = useTranslation('admin');
  const kept = policy.policies.find((rule) => rule.scope === scope);
  // where nothing was decided for the site, second factors are optional
  const before: Requirement | 'none' = kept?.requirement ?? (scope === 'site' ? 'optional' : 'none');
  const [requirement, setRequirement] = useState<Requirement | 'none'>(before);
  const [graceDays, setGraceDays] = useState(kept?.graceDays ?? 0);
  const { save, isSaving, dialog } = useRule();
  const isChanged =
    requirement !== before || (requirement === 'required' && graceDays !== (kept?.graceDays ?? 0));
  const choices = scope === 'site' ? requirements : (['none', 'required'] as const);
  return (
    <Group align="flex-start" gap="md">
      <Select
        label={t(`secondFactor.rules.${scope}`)}
        data={choices.map((value) => ({ value, label: t(`secondFactor.rules.${value}`) }))}
        value={requirement}
        allowDeselect={false}
        flex="1 1 18rem"
        maw="26rem"
        onChange={(value) => setRequirement(choices.find((choice) => choice === value) ?? before)}
      />
      {requirement === 'required' ? (
        <NumberInput
          label={t('secondFactor.rules.graceDays')}
          description={t('secondFactor.rules.graceHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          max={90}
          allowDecimal={false}
          w="14rem"
          value={graceDays}
          onChange={(value) => setGraceDays(Number(value) || 0)}
        />
      ) : null}
      {isChanged ? (
        <Button
          mt="1.55rem"
          loading={isSaving}
          onClick={() =>
            save({
              scope,
              scopeId: null,
              requirement: requirement === 'none' ? null : requirement,
              graceDays: requirement === 'required' ? graceDays : 0,
            })
          }
        >
          {t('secondFactor.rules.save')}
        </Button>
      ) : null}
      {dialog}
    </Group>
  );
}
