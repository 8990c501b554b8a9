import { ActionIcon, Button, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconUnlink } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { StatusBadge } from '../../kit/components/status-badge.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import type { Issue } from '../request/request-queries.ts';
import { LinkForm } from './link-form.tsx';
import classes from './links.module.css';
import { type Linked, linkedOf, linkRequest, unlinkRequest } from './links-queries.ts';

interface LinksPanelProps {
  readonly issue: Issue;
  readonly isAdding: boolean;
  readonly onAddingDone: () => void;
}

/** The requests that this one is linked to, by how they are related, and a form to link another. */
export function LinksPanel({ issue, isAdding, onAddingDone }: LinksPanelProps) {
  const { t } = useTranslation('agent');
  const { key } = issue;
  const unlink = useUnlink(key);
  const groups = linkedOf(issue);
  if (groups.length === 0 && !isAdding) return null;
  return (
    <section aria-labelledby="links" className={classes['panel']}>
      <Title order={2} size="h5" id="links">
        {t('links.title')}
      </Title>
      {groups.map(({ words, linked }) => (
        <div key={words}>
          <h3 className={classes['words']}>{words}</h3>
          <ul className={classes['list']}>
            {linked.map((each) => (
              <li key={each.linkId} className={classes['row']}>
                <Link to="/browse/$key" params={{ key: each.key }} className={classes['link'] ?? ''}>
                  <span className={classes['key']}>{each.key}</span>
                  <span className={classes['summary']}>{each.summary}</span>
                </Link>
                <StatusBadge name={each.status.name} category={each.status.statusCategory.key} />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={t('links.remove', { key: each.key })}
                  title={t('links.remove', { key: each.key })}
                  onClick={() => unlink(each)}
                >
                  <IconUnlink size={15} aria-hidden="true" />
                </ActionIcon>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {isAdding ? <LinkForm requestKey={key} onClose={onAddingDone} /> : null}
    </section>
  );
}

/** Takes a link away at once, and offers to make it again. */
function useUnlink(requestKey: string): (linked: Linked) => void {
  const { t } = useTranslation('agent');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const refresh = () => queries.invalidateQueries({ queryKey: ['request', requestKey] });
  const again = useMutation({
    mutationFn: ({ relation, key }: Linked) => linkRequest(requestKey, relation, key),
    onSuccess: (_, { key }) => tellDone(t('links.done', { key })),
    onError: (error) => tellFailure(t('links.failed'), errorText(error)),
    onSettled: refresh,
  });
  const { mutate } = useMutation({
    mutationFn: ({ linkId }: Linked) => unlinkRequest(linkId),
    onSuccess: (_, linked) => {
      const id = `unlinked-${linked.linkId}`;
      notifications.show({
        id,
        color: 'green',
        autoClose: 8000,
        message: (
          <span className={classes['undo']}>
            {t('links.removed', { key: linked.key })}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => {
                notifications.hide(id);
                again.mutate(linked);
              }}
            >
              {t('links.undo')}
            </Button>
          </span>
        ),
      });
    },
    onError: (error) => tellFailure(t('links.notRemoved'), errorText(error)),
    onSettled: refresh,
  });
  return mutate;
}
