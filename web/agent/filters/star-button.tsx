import { ActionIcon } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellFailure } from '../../kit/notices.ts';
import classes from './filters.module.css';
import { starFilter } from './filters-queries.ts';

interface StarredFilter {
  readonly id: string;
  readonly name: string;
  readonly favourite?: boolean | undefined;
}

/** Stars a filter, or takes the star off. */
export function StarButton({ filter }: { filter: StarredFilter }) {
  const { t } = useTranslation('search');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const star = useMutation({
    mutationFn: (isStarred: boolean) => starFilter(filter.id, isStarred),
    onError: (error) => tellFailure(t('filter.saveFailed'), errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['filters'] }),
  });
  const isStarred = star.isPending ? star.variables : (filter.favourite ?? false);
  const label = t(isStarred ? 'filter.unstar' : 'filter.star', { name: filter.name });
  const Icon = isStarred ? IconStarFilled : IconStar;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      aria-pressed={isStarred}
      onClick={() => star.mutate(!isStarred)}
    >
      <Icon size={18} aria-hidden="true" className={isStarred ? classes['starred'] : undefined} />
    </ActionIcon>
  );
}
