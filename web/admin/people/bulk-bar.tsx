import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BulkDialog } from './bulk-dialog.tsx';
import { type BulkAct, bulkActs, type Whom } from './bulk-queries.ts';
import classes from './people-page.module.css';
import type { AccountFilter } from './people-search.ts';
import type { Selection } from './use-selection.ts';

interface BulkBarProps {
  readonly selection: Selection;
  readonly filter: AccountFilter;
  /** how many match; undefined while that is not known */
  readonly matching: number | undefined;
  readonly shownCount: number;
}

/** What can be done to those who are selected. Nothing while nobody is. */
export function BulkBar({ selection, filter, matching, shownCount }: BulkBarProps) {
  const { t } = useTranslation('admin');
  const [asking, setAsking] = useState<{ act: BulkAct; whom: Whom; count: number } | null>(null);
  const { ids, isEverybody } = selection;
  const count = isEverybody ? (matching ?? shownCount) : ids.size;
  const dialog = asking ? (
    <BulkDialog
      {...asking}
      onClose={(isDone) => {
        setAsking(null);
        if (isDone) selection.clear();
      }}
    />
  ) : null;
  if (count === 0) return dialog;
  const areMore = matching !== undefined && matching > shownCount;
  const begin = (act: BulkAct) =>
    setAsking({ act, count, whom: isEverybody ? { filter } : { accountIds: [...ids] } });
  return (
    <section className={classes['bar']} aria-label={t('people.select.label')}>
      <Text size="sm" fw={600} role="status">
        {t(isEverybody ? 'people.select.everybody' : 'people.select.count', { count })}
      </Text>
      {areMore && !isEverybody && ids.size >= shownCount ? (
        <Button variant="subtle" size="compact-sm" onClick={selection.selectEverybody}>
          {t('people.select.all', { count: matching })}
        </Button>
      ) : null}
      <span className={classes['grow']} />
      <Menu position="top-end" shadow="md" portalProps={{ target: '#main' }}>
        <Menu.Target>
          <Button size="sm" rightSection={<IconChevronDown size={16} aria-hidden="true" />}>
            {t('people.bulk.label')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {bulkActs.map((act) => (
            <Menu.Item
              key={act}
              {...(act === 'deactivate' ? { color: 'red' } : {})}
              onClick={() => begin(act)}
            >
              {t(`people.bulk.acts.${act}.action`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button size="sm" variant="default" onClick={selection.clear}>
        {t('people.select.clear')}
      </Button>
      {dialog}
    </section>
  );
}
