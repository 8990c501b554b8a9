import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { myDesksQuery } from '../desks/desk-queries.ts';
import { projectKeyOf } from '../desks/use-desk.ts';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';
import type { PlainAct } from './act-dialog.tsx';
import classes from './bulk.module.css';
import { maxSelected, selectAllOf } from './bulk-queries.ts';
import { MoreMenu } from './more-menu.tsx';
import type { Selection } from './use-selection.ts';

// Most visits to a queue change nothing in bulk.
const EditDialog = lazy(async () => ({ default: (await import('./edit-dialog.tsx')).EditDialog }));
const ActDialog = lazy(async () => ({ default: (await import('./act-dialog.tsx')).ActDialog }));
const TransitionDialog = lazy(async () => ({
  default: (await import('./transition-dialog.tsx')).TransitionDialog,
}));

interface BulkBarProps {
  readonly selection: Selection;
  /** keys in the order of the list */
  readonly shown: readonly string[];
  /** what the list shows: a queue, or what a query finds on any desk */
  readonly of: { readonly serviceDeskId: string; readonly queueId: string } | { readonly jql: string };
  /** how many requests the list has, as far as that is known; it may stop counting at a thousand */
  readonly total: number;
  /** the row one is on; null: none */
  readonly currentKey: string | null;
}

type Purpose = 'edit' | 'transition' | 'assign' | 'comment' | PlainAct;

/** What can be done to the requests that are selected, and the keys for it. Nothing is shown while none is. */
export function BulkBar({ selection, shown, of, total, currentKey }: BulkBarProps) {
  const { t } = useTranslation('agent');
  const errorText = useErrorText();
  const [asking, setAsking] = useState<{ purpose: Purpose; keys: readonly string[] } | null>(null);
  const { keys } = selection;
  const desks = useQuery(myDesksQuery);
  const selectAll = useMutation({
    mutationFn: () => selectAllOf(of),
    onSuccess(found) {
      selection.replace(found.keys);
      if (found.isCapped) tellDone(t('bulk.select.capped', { count: found.keys.length }));
    },
    onError: (error) => tellFailure(t('bulk.select.allFailed'), errorText(error)),
  });

  /** Without a selection, the row one is on is meant. */
  function ask(purpose: Purpose) {
    const meant = keys.length > 0 ? keys : currentKey === null ? [] : [currentKey];
    if (meant.length > 0) setAsking({ purpose, keys: meant });
  }

  const group = t('shortcuts.queue');
  const withCurrent = (run: (key: string) => void) => () => {
    if (currentKey !== null) run(currentKey);
  };
  useShortcuts([
    {
      keys: 'x',
      group,
      label: t('bulk.shortcuts.select'),
      run: withCurrent((key) => selection.toggle(key, false)),
    },
    {
      keys: 'X',
      group,
      label: t('bulk.shortcuts.range'),
      run: withCurrent((key) => selection.toggle(key, true)),
    },
    { keys: '*', group, label: t('bulk.shortcuts.all'), run: selection.toggleShown },
    { keys: 'Escape', group, label: t('bulk.shortcuts.clear'), run: selection.clear },
    { keys: 'e', group, label: t('bulk.shortcuts.edit'), run: () => ask('edit') },
    { keys: 't', group, label: t('bulk.shortcuts.transition'), run: () => ask('transition') },
    { keys: 's', group, label: t('bulk.shortcuts.assign'), run: () => ask('assign') },
    { keys: 'm', group, label: t('bulk.shortcuts.comment'), run: () => ask('comment') },
  ]);

  const elsewhere = keys.filter((key) => !shown.includes(key)).length;
  const isWhole = selection.share === 'all' && elsewhere === 0 && total > shown.length;
  return (
    <>
      {keys.length > 0 ? (
        <section className={classes['bar']} aria-label={t('bulk.select.label')}>
          <Text size="sm" fw={600} role="status">
            {t('bulk.select.count', { count: keys.length })}
          </Text>
          {elsewhere > 0 && total <= shown.length ? (
            <Text size="sm" c="dimmed">
              {t('bulk.select.elsewhere', { count: elsewhere })}
            </Text>
          ) : null}
          {isWhole ? (
            <Button
              variant="subtle"
              size="compact-sm"
              loading={selectAll.isPending}
              onClick={() => selectAll.mutate()}
            >
              {t(total < maxSelected ? 'bulk.select.all' : 'bulk.select.allMore', {
                count: Math.min(total, maxSelected),
              })}
            </Button>
          ) : null}
          <span className={classes['grow']} />
          <Group gap="xs" className={classes['acts'] ?? ''}>
            <Button size="sm" onClick={() => ask('edit')}>
              {t('bulk.actions.edit')}
            </Button>
            <Button size="sm" variant="default" onClick={() => ask('transition')}>
              {t('bulk.actions.transition')}
            </Button>
            <Button size="sm" variant="default" onClick={() => ask('assign')}>
              {t('bulk.actions.assign')}
            </Button>
            <Button size="sm" variant="default" onClick={() => ask('comment')}>
              {t('bulk.actions.comment')}
            </Button>
            <MoreMenu requestKey={keys[0] ?? ''} onChoose={ask} />
          </Group>
          <ActionIcon
            className={classes['clear'] ?? ''}
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('bulk.select.clear')}
            title={`${t('bulk.select.clear')} (Esc)`}
            onClick={selection.clear}
          >
            <IconX size={18} aria-hidden="true" />
          </ActionIcon>
        </section>
      ) : null}
      {asking ? (
        <Suspense fallback={null}>
          {asking.purpose === 'transition' ? (
            <TransitionDialog keys={asking.keys} serviceDeskId={deskOf(asking.keys)} onClose={close} />
          ) : isPlainAct(asking.purpose) ? (
            <ActDialog act={asking.purpose} keys={asking.keys} onClose={close} />
          ) : (
            <EditDialog
              keys={asking.keys}
              serviceDeskId={deskOf(asking.keys)}
              purpose={asking.purpose}
              onClose={close}
            />
          )}
        </Suspense>
      ) : null}
    </>
  );

  /** People and canned responses are offered as the desk of the first one has them. */
  function deskOf(meant: readonly string[]): string {
    if ('serviceDeskId' in of) return of.serviceDeskId;
    const projectKey = projectKeyOf(meant[0] ?? '');
    return desks.data?.find((desk) => desk.projectKey === projectKey)?.id ?? '';
  }

  function close(isBegun: boolean) {
    setAsking(null);
    if (isBegun) selection.clear();
  }
}

function isPlainAct(purpose: Purpose): purpose is PlainAct {
  return purpose === 'watch' || purpose === 'unwatch' || purpose === 'delete';
}
