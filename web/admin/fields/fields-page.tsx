import { Anchor, Badge, Button, Group, NativeSelect, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../kit/components/page-title.tsx';
import { Empty, QueryState } from '../../kit/components/states.tsx';
import { Cell, ResponsiveTable } from '../lists/responsive-table.tsx';
import { ShowMore } from '../lists/show-more.tsx';
import { type FieldTypeName, fieldsQuery } from './field-queries.ts';
import { typeGroups, typeNames } from './field-types.ts';
import { NewField } from './new-field.tsx';

/** All custom fields, and the way to a new one. */
export function FieldsPage() {
  const { t } = useTranslation('admin');
  const [text, setText] = useState('');
  const [type, setType] = useState<FieldTypeName | null>(null);
  const [isArchived, setIsArchived] = useState(false);
  const [query] = useDebouncedValue(text.trim(), 200);
  const list = useInfiniteQuery(fieldsQuery({ query, type, isArchived }));
  const fields = list.data?.pages.flatMap((page) => page.values);
  const [isCreating, creating] = useDisclosure(false);
  const isFiltered = query !== '' || type !== null;
  const emptiness = isFiltered ? 'none' : isArchived ? 'archived' : null;
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <PageTitle title={t('fields.title')} />
        <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={creating.open}>
          {t('fields.create')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('fields.intro')}
      </Text>
      <Group gap="sm" align="flex-end">
        <TextInput
          type="search"
          size="sm"
          flex="1 1 14rem"
          aria-label={t('fields.search')}
          placeholder={t('fields.search')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NativeSelect
          size="sm"
          aria-label={t('fields.typeFilter')}
          data={[
            { value: '', label: t('fields.everyType') },
            ...Object.entries(typeGroups).map(([group, names]) => ({
              group: t(`fields.typeGroups.${group as keyof typeof typeGroups}`),
              items: names.map((name) => ({ value: name, label: t(`fields.types.${name}`) })),
            })),
          ]}
          value={type ?? ''}
          onChange={({ currentTarget }) =>
            setType(typeNames.find((name) => name === currentTarget.value) ?? null)
          }
        />
        <Switch
          label={t('fields.archivedOnly')}
          checked={isArchived}
          py={6}
          onChange={(event) => setIsArchived(event.currentTarget.checked)}
        />
      </Group>
      {!fields ? (
        <QueryState query={list} lines={5} />
      ) : fields.length === 0 ? (
        emptiness === null ? (
          <Empty title={t('fields.empty.title')}>{t('fields.empty.text')}</Empty>
        ) : (
          <Empty title={t(`fields.empty.${emptiness}`)}>{t(`fields.empty.${emptiness}Text`)}</Empty>
        )
      ) : (
        <ResponsiveTable
          label={t('fields.title')}
          columns={[t('fields.columns.name'), t('fields.columns.type'), t('fields.columns.forms')]}
        >
          {fields.map((field) => (
            <tr key={field.id}>
              <Cell>
                <div>
                  <Group gap="xs">
                    <Anchor
                      fw={600}
                      fz="inherit"
                      renderRoot={(props) => (
                        <Link {...props} to="/admin/fields/$id" params={{ id: field.id }} />
                      )}
                    >
                      {field.name}
                    </Anchor>
                    {field.isArchived ? <Badge color="gray">{t('fields.archived')}</Badge> : null}
                  </Group>
                  {field.description === '' ? null : (
                    <Text size="xs" c="dimmed" lineClamp={2}>
                      {field.description}
                    </Text>
                  )}
                </div>
              </Cell>
              <Cell label={t('fields.columns.type')}>{t(`fields.types.${field.type}`)}</Cell>
              <Cell label={t('fields.columns.forms')}>{t('fields.forms', { count: field.formCount })}</Cell>
            </tr>
          ))}
        </ResponsiveTable>
      )}
      <ShowMore query={list} />
      {isCreating ? <NewField onClose={creating.close} /> : null}
    </Stack>
  );
}
