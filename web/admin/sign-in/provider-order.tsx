import { ActionIcon, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../kit/api/client.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellFailure } from '../../kit/notices.ts';
import { VisuallyHidden } from '../../kit/plain/visually-hidden.tsx';
import classes from './provider-order.module.css';
import type { Provider } from './provider-queries.ts';

/** Every provider there is, in order: putting them in another order names them all. */
export const everyProviderQuery = queryOptions({
  queryKey: ['identity-providers', 'every'],
  async queryFn({ signal }) {
    const providers: Provider[] = [];
    for (;;) {
      const query = { start: providers.length, limit: 100 };
      const page = await answer(api.GET('/rest/portico/1/identity-provider', { params: { query }, signal }));
      providers.push(...page.values);
      if (page.isLastPage || page.values.length === 0) return providers;
    }
  },
});

/** With more buttons than these, a place can be chosen as well. */
const movedByArrows = 5;

/** The order of the buttons on the sign-in page, where there are several. */
export function ProviderOrder() {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const every = useQuery(everyProviderQuery).data ?? [];
  const [told, setTold] = useState('');
  const shown = every.filter(({ isEnabled, shownOn }) => isEnabled && shownOn !== 'none');

  const saving = useMutation({
    mutationFn: (order: readonly Provider[]) =>
      answer(
        api.PUT('/rest/portico/1/identity-provider-order', { body: { ids: order.map(({ id }) => id) } }),
      ),
    onMutate: (order) => queries.setQueryData(everyProviderQuery.queryKey, [...order]),
    onError: (error) => tellFailure(t('signInButtons.order.failed'), errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['identity-providers'] }),
  });
  function move(provider: Provider, to: number) {
    if (to < 0 || to >= shown.length || saving.isPending) return;
    const order = shown.filter((other) => other !== provider);
    order.splice(to, 0, provider);
    setTold(t('signInButtons.order.moved', { name: provider.name, place: to + 1, count: shown.length }));
    // those without a button come after, as they were
    saving.mutate([...order, ...every.filter((one) => !shown.includes(one))]);
  }

  if (shown.length < 2) return null;
  return (
    <Paper p="lg">
      <Stack gap="sm" maw="36rem">
        <div>
          <Title order={2} size="h4">
            {t('signInButtons.order.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('signInButtons.order.help')}
          </Text>
        </div>
        <ol className={classes['list']}>
          {shown.map((provider, index) => (
            <li key={provider.id} className={classes['row']}>
              {provider.logoUrl ? (
                <img src={provider.logoUrl} alt="" width={24} height={24} className={classes['logo']} />
              ) : null}
              <span className={classes['name']}>{provider.name}</span>
              <Group gap={4} wrap="nowrap">
                {shown.length > movedByArrows ? (
                  <NativeSelect
                    aria-label={t('signInButtons.order.place', { name: provider.name })}
                    data={shown.map((_, place) => String(place + 1))}
                    value={String(index + 1)}
                    onChange={(event) => move(provider, Number(event.currentTarget.value) - 1)}
                  />
                ) : null}
                {([-1, 1] as const).map((by) => {
                  const label = t(by === -1 ? 'signInButtons.order.up' : 'signInButtons.order.down', {
                    name: provider.name,
                  });
                  const isEnd = by === -1 ? index === 0 : index === shown.length - 1;
                  const Icon = by === -1 ? IconArrowUp : IconArrowDown;
                  return (
                    <ActionIcon
                      key={by}
                      variant="default"
                      size="lg"
                      aria-label={label}
                      title={label}
                      // not disabled: it would lose the focus of who moves with the keyboard
                      {...(isEnd && { 'aria-disabled': true, 'data-disabled': true })}
                      onClick={() => move(provider, index + by)}
                    >
                      <Icon size={18} aria-hidden="true" />
                    </ActionIcon>
                  );
                })}
              </Group>
            </li>
          ))}
        </ol>
        <div role="status">
          <VisuallyHidden>{told}</VisuallyHidden>
        </div>
      </Stack>
    </Paper>
  );
}
