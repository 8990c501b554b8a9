import { ActionIcon, Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './filters.module.css';
import type { SharePermission } from './filters-queries.ts';
import { colleaguesQuery, groupsQuery, projectsQuery, type ShareChoice } from './share-queries.ts';
import { idOf, useShareText } from './share-text.ts';

/** With whom a filter is shared. */
export interface Shares {
  /** who may use it */
  readonly use: readonly SharePermission[];
  /** who may change it, too */
  readonly edit: readonly SharePermission[];
}

type Kind = 'authenticated' | 'group' | 'project' | 'user';
const kinds: readonly Kind[] = ['authenticated', 'group', 'project', 'user'];

interface ShareFieldsProps {
  readonly value: Shares;
  readonly onChange: (shares: Shares) => void;
}

/** Says with whom a filter is shared, and lets that be changed. */
export function ShareFields({ value, onChange }: ShareFieldsProps) {
  const { t } = useTranslation('search');
  const shareText = useShareText();
  const all = [
    ...value.edit.map((share) => ({ share, mayEdit: true })),
    ...value.use
      .filter((share) => !value.edit.some((other) => idOf(other) === idOf(share)))
      .map((share) => ({ share, mayEdit: false })),
  ];

  function without(share: SharePermission): Shares {
    const isOther = (other: SharePermission) => idOf(other) !== idOf(share);
    return { use: value.use.filter(isOther), edit: value.edit.filter(isOther) };
  }

  function add(share: SharePermission, mayEdit: boolean) {
    const { use, edit } = without(share);
    onChange(mayEdit ? { use, edit: [...edit, share] } : { use: [...use, share], edit });
  }

  return (
    <fieldset className={classes['shares']}>
      <legend>{t('dialog.share')}</legend>
      <Text size="sm" c="dimmed">
        {t('dialog.shareHelp')}
      </Text>
      {all.length === 0 ? (
        <Text size="sm">{t('dialog.nobody')}</Text>
      ) : (
        <ul className={classes['list']}>
          {all.map(({ share, mayEdit }) => (
            <li key={idOf(share)}>
              <span className={classes['who']}>
                {shareText(share)}
                <Text component="span" size="sm" c="dimmed">
                  {' '}
                  {t(mayEdit ? 'dialog.canEdit' : 'dialog.canUse')}
                </Text>
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('dialog.remove', { name: shareText(share) })}
                onClick={() => onChange(without(share))}
              >
                <IconX size={16} aria-hidden="true" />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <AddShare onAdd={add} />
    </fieldset>
  );
}

function AddShare({ onAdd }: { onAdd: (share: SharePermission, mayEdit: boolean) => void }) {
  const { t } = useTranslation('search');
  const [kind, setKind] = useState<Kind>('authenticated');
  const [chosen, setChosen] = useState<ShareChoice | null>(null);
  const [mayEdit, setMayEdit] = useState(false);
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 150);
  const groups = useQuery({ ...groupsQuery(asked), enabled: kind === 'group' });
  const projects = useQuery({ ...projectsQuery, enabled: kind === 'project' });
  const people = useQuery({ ...colleaguesQuery(asked), enabled: kind === 'user' });
  const found = (kind === 'group' ? groups.data : kind === 'project' ? projects.data : people.data) ?? [];
  const choices = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;

  function add() {
    const share = shareWith(kind, chosen);
    if (!share) return;
    onAdd(share, mayEdit);
    setChosen(null);
    setTyped('');
    setMayEdit(false);
  }

  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end" className={classes['adding'] ?? ''}>
        <Select
          size="sm"
          label={t('dialog.addShare')}
          allowDeselect={false}
          data={kinds.map((each) => ({ value: each, label: t(`dialog.kinds.${each}`) }))}
          value={kind}
          onChange={(next) => {
            setKind(kinds.find((each) => each === next) ?? 'authenticated');
            setChosen(null);
            setTyped('');
          }}
        />
        {kind === 'authenticated' ? null : (
          <Select
            key={kind}
            size="sm"
            className={classes['whom'] ?? ''}
            label={t(`dialog.${kind}`)}
            placeholder={t('dialog.choose')}
            nothingFoundMessage={t('fields.noValues')}
            searchable
            data={choices.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen?.id ?? null}
            onChange={(id) => setChosen(choices.find((choice) => choice.id === id) ?? null)}
            onSearchChange={setTyped}
            // the server has chosen already
            {...(kind !== 'project' && { filter: ({ options }) => options })}
          />
        )}
        <Button variant="default" size="sm" disabled={kind !== 'authenticated' && !chosen} onClick={add}>
          {t('dialog.add')}
        </Button>
      </Group>
      <Checkbox
        size="sm"
        label={t('dialog.mayEdit')}
        checked={mayEdit}
        onChange={(event) => setMayEdit(event.currentTarget.checked)}
      />
    </Stack>
  );
}

function shareWith(kind: Kind, chosen: ShareChoice | null): SharePermission | null {
  if (kind === 'authenticated') return { type: 'authenticated' };
  if (!chosen) return null;
  const { id, name } = chosen;
  if (kind === 'group') return { type: 'group', group: { groupId: id, name } };
  if (kind === 'project') return { type: 'project', project: { id, name } };
  return { type: 'user', user: { accountId: id, displayName: name } };
}
