import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState, useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { ActionsCell, Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { ShowMore } from '../lists/show-more.tsx';

/** Someone or something that belongs to a desk. */
export interface DeskEntry {
  readonly id: string;
  readonly name: string;
}

interface DeskListProps<Entry extends DeskEntry> {
  readonly label: string;
  readonly query: Parameters<typeof ShowMore>[0]['query'] & Parameters<typeof QueryState>[0]['query'];
  readonly entries: readonly Entry[] | undefined;
  readonly empty: string;
  readonly show: (entry: Entry) => ReactNode;
  readonly words: 'agents' | 'organizations' | 'customers';
  readonly remove: (entry: Entry) => Promise<void>;
  readonly onRemoved: () => void;
}

/** What belongs to a desk, each with a way to take it off, which asks first. */
export function DeskList<Entry extends DeskEntry>(props: DeskListProps<Entry>) {
  const { label, query, entries, empty, show, words, remove, onRemoved } = props;
  const { t } = useTranslation('admin');
  const [leaving, setLeaving] = useState<Entry | null>(null);
  if (!entries) return <QueryState query={query} />;
  return (
    <>
      {entries.length === 0 ? (
        <Text c="dimmed">{empty}</Text>
      ) : (
        <ResponsiveTable label={label} columns={[t('people.columns.name'), '']}>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <Cell>{show(entry)}</Cell>
              <ActionsCell>
                <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setLeaving(entry)}>
                  {t('form.remove')}
                </Button>
              </ActionsCell>
            </tr>
          ))}
        </ResponsiveTable>
      )}
      <ShowMore query={query} />
      {leaving ? (
        <ConfirmAct
          title={t(`serviceDesks.${words}.removeTitle`, { name: leaving.name })}
          submit={t(`serviceDesks.${words}.remove`)}
          isDanger
          act={() => remove(leaving)}
          onCancel={() => setLeaving(null)}
          onDone={() => {
            tellDone(t(`serviceDesks.${words}.removed`, { name: leaving.name }));
            setLeaving(null);
            onRemoved();
          }}
        >
          <p>{t(`serviceDesks.${words}.removeText`, { name: leaving.name })}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
}

/** Adds something to a desk and tells so. */
export function useAddToDesk(
  words: DeskListProps<DeskEntry>['words'],
  add: (id: string) => Promise<void>,
  onAdded: () => void,
): (entry: DeskEntry) => void {
  const { t } = useTranslation('admin');
  const errorText = useErrorText();
  const { mutate } = useMutation({
    mutationFn: (entry: DeskEntry) => add(entry.id),
    onSuccess: (_, { name }) => {
      tellDone(t(`serviceDesks.${words}.added`, { name }));
      onAdded();
    },
    onError: (error) => tellFailure(t('form.failed'), errorText(error)),
  });
  return mutate;
}
