import { Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../filters/filters-queries.ts';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';
import { readBasic } from './basic.ts';
import { SearchBar } from './search-bar.tsx';
import { SearchHeading } from './search-heading.tsx';
import { lastMode, rememberMode, type SearchMode } from './search-mode.ts';
import { SearchResults } from './search-results.tsx';

interface SearchPageProps {
  /** the saved query that is shown, as it is saved; null: none */
  readonly filter: Filter | null;
  /** what is searched for */
  readonly jql: string;
}

/** Requests of all desks that somebody works on, by words and choices or by JQL. The address says what is searched for. */
export function SearchPage({ filter, jql }: SearchPageProps) {
  const { t } = useTranslation('search');
  const navigate = useNavigate();
  const [wantedMode, setWantedMode] = useState<SearchMode>(lastMode);
  const isBasic = !('reason' in readBasic(jql));
  const mode = isBasic ? wantedMode : 'jql';

  function run(next: string) {
    const isChanged = !filter || next !== filter.jql;
    void navigate({
      to: '/issues',
      search: {
        ...(filter && { filter: Number(filter.id) }),
        ...(isChanged && next !== '' && { jql: next }),
        // nothing in place of what the filter says is something else than the filter
        ...(filter && isChanged && next === '' && { jql: ' ' }),
      },
    });
  }

  function change(next: SearchMode) {
    setWantedMode(next);
    rememberMode(next);
  }

  useShortcuts([
    {
      keys: 'g f',
      group: t('shortcuts.group'),
      label: t('shortcuts.filters'),
      run: () => void navigate({ to: '/issues/filters' }),
    },
  ]);

  return (
    <Stack gap="sm">
      <SearchHeading filter={filter} jql={jql} onDiscard={() => filter && run(filter.jql)} />
      <SearchBar key={mode} jql={jql.trim()} mode={mode} onMode={change} onRun={run} />
      <SearchResults jql={jql.trim()} filter={filter} onSearch={run} />
    </Stack>
  );
}
