import { Button, Group, NumberInput, Paper, Select, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { organizationsQuery } from '../organizations/organization-queries.ts';
import { serviceDesksQuery } from '../service-desks/service-desk-queries.ts';
import { providersQuery } from '../sign-in/provider-queries.ts';
import { useRule } from './use-rule.tsx';

const scopes = ['portal', 'organization', 'provider'] as const;
type Scope = (typeof scopes)[number];

/** What rules can be about, by name: all of them, page by page. */
function useNames(scope: Scope): { value: string; label: string }[] {
  const desks = useInfiniteQuery({ ...serviceDesksQuery, enabled: scope === 'portal' });
  const organizations = useInfiniteQuery({ ...organizationsQuery, enabled: scope === 'organization' });
  const providers = useInfiniteQuery({ ...providersQuery, enabled: scope === 'provider' });
  const query = { portal: desks, organization: organizations, provider: providers }[scope];
  const { hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  switch (scope) {
    case 'portal':
      return (desks.data?.pages ?? []).flatMap(({ values }) =>
        values.map(({ id, _portico }) => ({ value: id, label: _portico.portalName })),
      );
    case 'organization':
      return (organizations.data?.pages ?? []).flatMap(({ values }) =>
        values.map(({ id, name }) => ({ value: id, label: name })),
      );
    case 'provider':
      return (providers.data?.pages ?? []).flatMap(({ values }) =>
        values.map(({ id, name }) => ({ value: id, label: name })),
      );
  }
}

/** Adds a rule for a portal, an organization or a provider. */
export function AddRule({ onEnd }: { onEnd: () => void }) {
  const { t } = useTranslation('admin');
  const [scope, setScope] = useState<Scope>('organization');
  const [scopeId, setScopeId] = useState<string | null>(null);
  const [graceDays, setGraceDays] = useState(0);
  const [isMissing, setIsMissing] = useState(false);
  const names = useNames(scope);
  const { save, isSaving, dialog } = useRule(onEnd);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setIsMissing(scopeId === null);
    if (scopeId !== null) save({ scope, scopeId, requirement: 'required', graceDays });
  }
  return (
    <Paper withBorder p="md" component="form" onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Select
          label={t('secondFactor.rules.scope')}
          data={scopes.map((value) => ({ value, label: t(`secondFactor.rules.scopes.${value}`) }))}
          value={scope}
          allowDeselect={false}
          onChange={(value) => {
            setScope(scopes.find((known) => known === value) ?? scope);
            setScopeId(null);
          }}
        />
        <Select
          label={t('secondFactor.rules.name')}
          placeholder={t('secondFactor.rules.nameHint')}
          data={names}
          value={scopeId}
          searchable
          error={isMissing ? t('secondFactor.rules.missing') : undefined}
          onChange={(value) => {
            setScopeId(value);
            setIsMissing(false);
          }}
        />
        <NumberInput
          label={t('secondFactor.rules.graceDays')}
          description={t('secondFactor.rules.graceHelp')}
          min={0}
          max={90}
          allowDecimal={false}
          value={graceDays}
          onChange={(value) => setGraceDays(Number(value) || 0)}
        />
        <Group gap="xs">
          <Button type="submit" loading={isSaving}>
            {t('secondFactor.rules.add')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onEnd}>
            {t('form.cancel')}
          </Button>
        </Group>
      </Stack>
      {dialog}
    </Paper>
  );
}
