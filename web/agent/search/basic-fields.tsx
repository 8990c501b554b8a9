import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { catalogueQuery, type JqlFieldName } from '../../kit/jql/jql-help.ts';
import { fieldNamed } from '../../kit/jql/offers.ts';
import { unquoted } from '../../kit/jql/tokens.ts';
import { type BasicQuery, withBounds, withChoice, writeBasic } from './basic.ts';
import { FieldMenu } from './field-menu.tsx';
import { RangeMenu } from './range-menu.tsx';
import { type Bound, measureOf } from './ranges.ts';
import classes from './search.module.css';
import { ValueMenu } from './value-menu.tsx';

/** The fields that are always offered. */
const usual = ['project', 'request type', 'status', 'assignee'];

interface BasicFieldsProps {
  readonly query: BasicQuery;
  readonly onRun: (jql: string) => void;
}

/** Words, and menus of values by field. What is chosen is searched for at once. */
export function BasicFields({ query, onRun }: BasicFieldsProps) {
  const { t } = useTranslation('search');
  const [text, setText] = useState(query.text);
  useEffect(() => setText(query.text), [query.text]);
  const [added, setAdded] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<string | null>(null);
  const { data: catalogue } = useQuery(catalogueQuery);

  const fields = fieldsOf();
  const isOf = (field: JqlFieldName) => (named: { readonly field: string }) =>
    catalogue ? fieldNamed(catalogue, named.field)?.value === field.value : false;
  const chosenOf = (field: JqlFieldName) => query.choices.find(isOf(field));
  const rangeOf = (field: JqlFieldName) => query.ranges.find(isOf(field));

  /** The usual fields, those in the query, and those that were added, each once. */
  function fieldsOf(): JqlFieldName[] {
    if (!catalogue) return [];
    const inQuery = [...query.choices, ...query.ranges].map(({ field }) => field);
    const names = [...usual, ...inQuery, ...added];
    const found = names.flatMap((name) => fieldNamed(catalogue, name) ?? []);
    return [...new Map(found.map((field) => [field.value, field])).values()];
  }

  function choose(field: JqlFieldName, values: readonly string[]) {
    const name = chosenOf(field)?.field ?? unquoted(field.value);
    onRun(writeBasic(withChoice({ ...query, text }, name, values)));
  }

  function bind(field: JqlFieldName, bounds: readonly Bound[]) {
    const name = rangeOf(field)?.field ?? unquoted(field.value);
    onRun(writeBasic(withBounds({ ...query, text }, name, bounds)));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    onRun(writeBasic({ ...query, text }));
  }

  return (
    <div className={classes['fields']}>
      <form onSubmit={submit} className={classes['words']}>
        <TextInput
          id="search-words"
          size="sm"
          type="search"
          aria-label={t('text.label')}
          placeholder={t('text.placeholder')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </form>
      {fields.map((field) => {
        const measure = measureOf(field);
        return measure ? (
          <RangeMenu
            key={field.value}
            field={field}
            measure={measure}
            bounds={rangeOf(field)?.bounds ?? []}
            isOpenAtFirst={opened === field.value}
            onChange={(bounds) => bind(field, bounds)}
          />
        ) : (
          <ValueMenu
            key={field.value}
            field={field}
            values={chosenOf(field)?.values ?? []}
            isOpenAtFirst={opened === field.value}
            onChange={(values) => choose(field, values)}
          />
        );
      })}
      {catalogue ? (
        <FieldMenu
          fields={catalogue.fields.filter(
            (each) =>
              (each.hasSuggestions || measureOf(each)) &&
              each.searchable &&
              !fields.some(({ value }) => value === each.value),
          )}
          onChoose={(field) => {
            setAdded([...added, unquoted(field.value)]);
            setOpened(field.value);
          }}
        />
      ) : null}
      {query.choices.length > 0 || query.ranges.length > 0 || query.text !== '' ? (
        <Button
          variant="subtle"
          color="gray"
          size="sm"
          px="xs"
          onClick={() => onRun(writeBasic({ text: '', choices: [], ranges: [], orderBy: query.orderBy }))}
        >
          {t('fields.reset')}
        </Button>
      ) : null}
    </div>
  );
}
