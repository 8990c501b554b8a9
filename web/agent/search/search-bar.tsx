import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { JqlEditor } from '../../kit/jql/jql-editor.tsx';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';
import type { NotBasic } from './basic.ts';
import { BasicFields } from './basic-fields.tsx';
import classes from './search.module.css';
import type { SearchMode } from './search-mode.ts';
import { useBasic } from './use-basic.ts';

interface SearchBarProps {
  /** what is searched for now */
  readonly jql: string;
  readonly mode: SearchMode;
  /** why what is searched for cannot be */
  readonly error: string | null;
  readonly onMode: (mode: SearchMode) => void;
  readonly onRun: (jql: string) => void;
}

/** Where one says what to search for: by choosing, or as a query. The one is turned into the other where that can be done. */
export function SearchBar({ jql, mode, error, onMode, onRun }: SearchBarProps) {
  const { t } = useTranslation('search');
  const [draft, setDraft] = useState(jql);
  useEffect(() => setDraft(jql), [jql]);
  const basic = useBasic(mode === 'basic' ? jql : draft);
  const notBasic = 'reason' in basic ? basic : null;

  function switchTo(next: string) {
    if (next === 'basic' && notBasic) return;
    if (next === 'basic' && draft !== jql) onRun(draft);
    onMode(next === 'jql' ? 'jql' : 'basic');
  }

  /** Whoever writes JQL goes on in JQL, also where what they wrote could be chosen. */
  function runDraft() {
    onMode('jql');
    onRun(draft.trim());
  }

  useShortcuts([
    {
      keys: 'q',
      group: t('shortcuts.group'),
      label: t('shortcuts.bar'),
      run: () => document.getElementById(mode === 'jql' ? 'search-jql' : 'search-words')?.focus(),
    },
  ]);

  return (
    <section className={classes['bar']} aria-label={t('title')}>
      <div className={classes['line']}>
        <SegmentedControl
          size="xs"
          aria-label={t('mode.label')}
          value={mode}
          onChange={switchTo}
          className={classes['modes'] ?? ''}
          data={[
            { value: 'basic', label: t('mode.basic'), disabled: mode === 'jql' && notBasic !== null },
            { value: 'jql', label: t('mode.jql') },
          ]}
        />
        {mode === 'basic' && !('reason' in basic) ? (
          <BasicFields query={basic} onRun={onRun} />
        ) : (
          <>
            <div className={classes['editor']}>
              <JqlEditor
                id="search-jql"
                label={t('jqlLabel')}
                isLabelHidden
                value={draft}
                onChange={setDraft}
                onSubmit={runDraft}
                error={draft.trim() === jql ? error : null}
              />
            </div>
            <Button size="sm" leftSection={<IconSearch size={16} aria-hidden="true" />} onClick={runDraft}>
              {t('run')}
            </Button>
          </>
        )}
      </div>
      {mode === 'basic' && error ? (
        <Text size="sm" c="red" role="alert">
          {error}
        </Text>
      ) : null}
      {mode === 'jql' && notBasic && draft.trim() !== '' ? (
        <Text size="xs" c="dimmed" className={classes['reason'] ?? ''}>
          <NotBasicText {...notBasic} />
        </Text>
      ) : null}
    </section>
  );
}

function NotBasicText(why: NotBasic) {
  const { t } = useTranslation('search');
  switch (why.reason) {
    case 'operator':
      return t('notBasic.operator', { operator: why.operator, field: why.field });
    case 'twice':
      return t('notBasic.twice', { field: why.field });
    case 'unknown':
      return t('notBasic.unknown', { field: why.field });
    case 'values':
      return t('notBasic.values', { field: why.field });
    case 'bounds':
      return t('notBasic.bounds', { field: why.field });
    case 'function':
      return t('notBasic.function', { field: why.field });
    default:
      return t(`notBasic.${why.reason}`);
  }
}
