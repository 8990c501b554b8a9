import { MultiSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../kit/api/api-error.ts';
import { Button } from '../../kit/plain/button.tsx';
import { actionInWords, actionsByKind } from './actions.ts';
import classes from './audit-filters.module.css';
import type { AuditEvent } from './audit-queries.ts';
import { type AuditSearch, changeSearch, listOf } from './audit-search.ts';
import { ObjectFilter } from './object-filter.tsx';
import { PeriodFilter } from './period-filter.tsx';
import { PersonFilter } from './person-filter.tsx';

interface AuditFiltersProps {
  readonly search: AuditSearch;
  /** those on the page, which know names */
  readonly events: readonly AuditEvent[];
  readonly error: unknown;
  readonly onSearch: (search: AuditSearch, options?: { readonly replaces: boolean }) => void;
}

/** What to show of the log. On a phone, all but the free search is behind a button. */
export function AuditFilters({ search, events, error, onSearch }: AuditFiltersProps) {
  const { t } = useTranslation('admin');
  const [isOpen, open] = useDisclosure(false);
  const change = (changes: Parameters<typeof changeSearch>[1]) => onSearch(changeSearch(search, changes));
  const errors = error instanceof ApiError ? error.errors : {};
  const { query: _, ...others } = search;
  const used = Object.keys(others).filter((name) => name !== 'as' && name !== 'until').length;
  return (
    <search className={classes['filters']} data-open={isOpen || Object.keys(errors).length > 0 || undefined}>
      <TypedFilter
        label={t('audit.search')}
        hint={t('audit.searchHint')}
        icon={<IconSearch size={16} aria-hidden="true" />}
        value={search.query ?? ''}
        onChange={(query) => onSearch(changeSearch(search, { query }), { replaces: true })}
      />
      <Button
        className={classes['toggle']}
        aria-expanded={isOpen}
        icon={<IconFilter size={16} aria-hidden="true" />}
        onClick={open.toggle}
      >
        {t('audit.moreFilters')}
        {used > 0 ? ` (${used})` : ''}
      </Button>
      <div className={classes['more']}>
        <ActionFilter value={listOf(search.action)} onChange={(list) => change({ action: list.join(',') })} />
        <PersonFilter
          person={search.person ?? null}
          as={search.as ?? null}
          onChange={(person, as) => change({ person, as })}
        />
        <TypedFilter
          label={t('audit.address')}
          hint={t('audit.addressHint')}
          value={search.address ?? ''}
          error={errors['address']}
          onChange={(address) => onSearch(changeSearch(search, { address }), { replaces: true })}
        />
        <PeriodFilter search={search} error={errors['until']} onChange={change} />
      </div>
      <ObjectFilter
        objects={listOf(search.object)}
        events={events}
        onChange={(list) => change({ object: list.join(',') })}
      />
    </search>
  );
}

interface TypedFilterProps {
  readonly label: string;
  readonly hint: string;
  readonly icon?: React.ReactNode;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Text that is searched for once typing pauses. */
function TypedFilter({ label, hint, icon, value, error, onChange }: TypedFilterProps) {
  const [text, setText] = useState(value);
  const tell = useDebouncedCallback((typed: string) => onChange(typed.trim()), 350);
  // the address changed by other means than typing, such as "clear" or going back
  useEffect(() => setText((typed) => (typed.trim() === value ? typed : value)), [value]);
  return (
    <TextInput
      label={label}
      placeholder={hint}
      leftSection={icon}
      value={text}
      error={error}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
    />
  );
}

function ActionFilter({ value, onChange }: { value: string[]; onChange: (value: string[]) => void }) {
  const { t } = useTranslation('admin');
  const groups = [...actionsByKind()].map(([kind, actions]) => {
    const group = t(`audit.kind.${kind}`);
    const all = { value: `kind:${kind}`, label: t('audit.allOf', { kind: group }) };
    return {
      group,
      items: [
        ...(actions.length > 1 ? [all] : []),
        ...actions.map((action) => ({ value: action, label: actionInWords(action) })),
      ],
    };
  });
  const offered = new Set(groups.flatMap(({ items }) => items.map((item) => item.value)));
  const others = value.filter((action) => !offered.has(action));
  const data =
    others.length === 0
      ? groups
      : [
          ...groups,
          {
            group: t('audit.kind.other'),
            items: others.map((action) => ({ value: action, label: actionInWords(action) })),
          },
        ];
  return (
    <MultiSelect
      label={t('audit.action')}
      placeholder={value.length === 0 ? t('audit.allActions') : ''}
      data={data}
      value={value}
      onChange={onChange}
      nothingFoundMessage={t('audit.noAction')}
      maxDropdownHeight={340}
      comboboxProps={{ portalProps: { target: '#main' } }}
      searchable
      clearable
    />
  );
}
