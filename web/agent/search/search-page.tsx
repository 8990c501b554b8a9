import { Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Filter } from '../filters/filters-queries.ts';
import { SearchBar } from './search-bar.tsx';
import { SearchHeading } from './search-heading.tsx';
import { lastMode, rememberMode, type SearchMode } from './search-mode.ts';
import { SearchResults } from './search-results.tsx';
import { useBasic } from './use-basic.ts';
import { useResults } from './use-results.ts';

interface SearchPageProps {
  /** the saved query that is shown, as it is saved; null: none */
  readonly filter: Filter | null;
  /** what is searched for */
  readonly jql: string;
}

/** Requests of all desks that somebody works on, by words and choices or by JQL. The address says what is searched for. */
export function SearchPage({ filter, jql }: SearchPageProps) {
  const navigate = useNavigate();
  const [wantedMode, setWantedMode] = useState<SearchMode>(lastMode);
  const searched = jql.trim();
  const basic = useBasic(searched);
  const mode = 'reason' in basic ? 'jql' : wantedMode;
  const results = useResults(searched, filter);

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

  return (
    <Stack gap="sm">
      <SearchHeading filter={filter} jql={jql} onDiscard={() => filter && run(filter.jql)} />
      <SearchBar key={mode} jql={searched} mode={mode} error={results.refusal} onMode={change} onRun={run} />
      <SearchResults jql={searched} results={results} filter={filter} onSearch={run} />
    </Stack>
  );
}
