import { ActionIcon, Anchor, Badge, Button, Group, Menu, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { type Filter, updateFilter } from '../filters/filters-queries.ts';
import { StarButton } from '../filters/star-button.tsx';
import classes from './search.module.css';

const FilterDialog = lazy(async () => ({
  default: (await import('../filters/filter-dialog.tsx')).FilterDialog,
}));
const DeleteFilterDialog = lazy(async () => ({
  default: (await import('../filters/delete-filter-dialog.tsx')).DeleteFilterDialog,
}));

const OwnerDialog = lazy(async () => ({
  default: (await import('../filters/owner-dialog.tsx')).OwnerDialog,
}));

interface SearchHeadingProps {
  readonly filter: Filter | null;
  /** what is searched for now */
  readonly jql: string;
  readonly onDiscard: () => void;
}

/** What is searched for by name, where it is saved, and what can be done with the saved query. */
export function SearchHeading({ filter, jql, onDiscard }: SearchHeadingProps) {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [asking, setAsking] = useState<'new' | 'edit' | 'owner' | 'delete' | null>(null);
  const isEdited = filter !== null && jql.trim() !== filter.jql.trim();
  const isMine = filter?._portico.isWritable ?? false;
  const save = useMutation({
    mutationFn: ({ id }: Filter) => updateFilter(id, { jql: jql.trim() }),
    onSuccess: (saved) => onSaved(saved),
    onError: (error) => tellFailure(t('filter.saveFailed'), errorText(error)),
  });

  async function onSaved(saved: Filter) {
    tellDone(t('filter.saved', { name: saved.name }));
    setAsking(null);
    await queries.invalidateQueries({ queryKey: ['filters'] });
    await navigate({ to: '/issues', search: { filter: Number(saved.id) } });
  }

  async function onGiven({ name }: Filter) {
    tellDone(t('owner.given', { name }));
    // it may be lost to the viewer by this
    await navigate({ to: '/issues/filters' });
    queries.removeQueries({ queryKey: ['filters', 'one'] });
    await queries.invalidateQueries({ queryKey: ['filters'] });
  }

  return (
    <div className={classes['heading']}>
      <Group gap="xs" align="center" className={classes['name'] ?? ''}>
        <PageTitle title={filter?.name ?? t('title')} fz="h2" />
        {filter ? <StarButton filter={filter} /> : null}
        {isEdited ? <Badge color="yellow">{t('filter.edited')}</Badge> : null}
        {filter && !filter.owner ? (
          <Text size="sm" c="dimmed">
            {t('filter.ownerGone')}
          </Text>
        ) : filter?.owner && !isMine ? (
          <Text size="sm" c="dimmed">
            {t('filter.by', { name: filter.owner.displayName })}
          </Text>
        ) : null}
      </Group>
      <Group gap="xs">
        <Anchor component={Link} to="/issues/filters" size="sm">
          {t('filters.title')}
        </Anchor>
        {isEdited ? (
          <Button variant="subtle" color="gray" size="xs" onClick={onDiscard}>
            {t('filter.discard')}
          </Button>
        ) : null}
        {filter && isMine && isEdited ? (
          <Button size="xs" loading={save.isPending} onClick={() => save.mutate(filter)}>
            {t('filter.save')}
          </Button>
        ) : null}
        {filter ? null : (
          <Button variant="default" size="xs" onClick={() => setAsking('new')}>
            {t('filter.saveNew')}
          </Button>
        )}
        {filter ? (
          <>
            {isMine && !isEdited ? null : (
              <Button variant="default" size="xs" onClick={() => setAsking('new')}>
                {t('filter.saveAs')}
              </Button>
            )}
            <Menu position="bottom-end" shadow="md">
              <Menu.Target>
                <ActionIcon
                  variant="default"
                  size={30}
                  aria-label={t('filter.more')}
                  title={t('filter.more')}
                >
                  <IconDots size={18} aria-hidden="true" />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {isMine ? (
                  <Menu.Item onClick={() => setAsking('edit')}>{t('filter.details')}</Menu.Item>
                ) : null}
                <Menu.Item onClick={() => setAsking('new')}>{t('filter.copy')}</Menu.Item>
                {filter._portico.isOwner ? (
                  <>
                    <Menu.Item onClick={() => setAsking('owner')}>{t('filter.giveAway')}</Menu.Item>
                    <Menu.Item color="red" onClick={() => setAsking('delete')}>
                      {t('filter.delete')}
                    </Menu.Item>
                  </>
                ) : null}
              </Menu.Dropdown>
            </Menu>
          </>
        ) : null}
      </Group>
      <Suspense fallback={null}>
        {asking === 'new' ? (
          <FilterDialog
            filter={null}
            jql={jql.trim()}
            suggestedName={filter ? t('filter.copyOf', { name: filter.name }) : ''}
            onClose={() => setAsking(null)}
            onSaved={onSaved}
          />
        ) : asking === 'edit' && filter ? (
          <FilterDialog
            filter={filter}
            jql={filter.jql}
            suggestedName=""
            onClose={() => setAsking(null)}
            onSaved={onSaved}
          />
        ) : asking === 'owner' && filter ? (
          <OwnerDialog filter={filter} onClose={() => setAsking(null)} onGiven={() => onGiven(filter)} />
        ) : asking === 'delete' && filter ? (
          <DeleteFilterDialog
            filter={filter}
            onClose={() => setAsking(null)}
            onDeleted={() => void navigate({ to: '/issues/filters' })}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
