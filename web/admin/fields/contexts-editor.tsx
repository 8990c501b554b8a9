import { Button, Group, MultiSelect, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../kit/plain/confirm-dialog.tsx';
import { serviceDesksQuery } from '../service-desks/service-desk-queries.ts';
import { contextKey, type EditedContext, newContext, offeredOptions, withOptions } from './edited-field.ts';
import type { FieldSettings, FieldTypeName } from './field-queries.ts';
import { canBePreset, optionsOf } from './field-types.ts';
import { OptionsEditor } from './options-editor.tsx';
import { ValueControl } from './value-control.tsx';

interface ContextsEditorProps {
  readonly type: FieldTypeName;
  readonly settings: FieldSettings;
  readonly contexts: readonly EditedContext[];
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (contexts: readonly EditedContext[]) => void;
}

/** What a field offers and begins with: for all service desks, and what some have of their own. */
export function ContextsEditor({ type, settings, contexts, errors, onChange }: ContextsEditorProps) {
  const { t } = useTranslation('admin');
  const list = useInfiniteQuery(serviceDesksQuery);
  const [leaving, setLeaving] = useState<EditedContext | null>(null);
  const desks = list.data?.pages.flatMap((page) => page.values) ?? [];
  const kind = optionsOf(type);
  // nothing to say of people and organizations
  if (kind === 'none' && !canBePreset(type)) return null;
  const change = (changed: EditedContext) =>
    onChange(contexts.map((each) => (each.id === changed.id ? changed : each)));
  const single = contexts.length === 1;
  return (
    <Paper p="lg">
      <Stack gap="md">
        <div>
          <Title order={2} size="h4">
            {t(kind === 'none' ? 'fields.contexts.titlePlain' : 'fields.contexts.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t(kind === 'none' ? 'fields.contexts.helpPlain' : 'fields.contexts.help')}
          </Text>
        </div>
        {contexts.map((context) => {
          const at = contextKey(context.id);
          const elsewhere = new Set(
            contexts.flatMap(({ id, serviceDeskIds }) => (id === context.id ? [] : serviceDeskIds)),
          );
          const title = context.isGlobal
            ? t(single ? 'fields.contexts.global' : 'fields.contexts.globalRest')
            : context.name;
          return (
            <Paper key={context.id} p="md" component="section" aria-label={title}>
              <Stack gap="md" maw="40rem">
                <Group justify="space-between" align="flex-start">
                  <Title order={3} size="h5" style={{ overflowWrap: 'anywhere' }}>
                    {title}
                  </Title>
                  {context.isGlobal ? null : (
                    <Button
                      variant="subtle"
                      color="gray"
                      size="compact-sm"
                      flex="none"
                      onClick={() =>
                        context.isNew
                          ? onChange(contexts.filter(({ id }) => id !== context.id))
                          : setLeaving(context)
                      }
                    >
                      {t('fields.contexts.remove')}
                    </Button>
                  )}
                </Group>
                {context.isGlobal ? null : (
                  <>
                    <TextInput
                      label={t('fields.contexts.name')}
                      required
                      maxLength={255}
                      value={context.name}
                      error={errors[`${at}.name`]}
                      onChange={(event) => change({ ...context, name: event.currentTarget.value })}
                    />
                    <MultiSelect
                      label={t('fields.contexts.desks')}
                      description={t('fields.contexts.desksHelp')}
                      required
                      searchable
                      data={desks.map((desk) => ({
                        value: desk.id,
                        label: desk._portico.portalName,
                        disabled: elsewhere.has(desk.id),
                      }))}
                      value={[...context.serviceDeskIds]}
                      error={errors[`${at}.serviceDeskIds`]}
                      onChange={(serviceDeskIds) => change({ ...context, serviceDeskIds })}
                    />
                  </>
                )}
                {kind === 'none' ? null : (
                  <div>
                    <Text fw={600} mb={4}>
                      {t('fields.options.title')}
                    </Text>
                    {errors[`${at}.options`] ? (
                      <Text size="sm" c="var(--mantine-color-error)" role="alert">
                        {errors[`${at}.options`]}
                      </Text>
                    ) : null}
                    <OptionsEditor
                      listId={context.id}
                      options={context.options}
                      parent={null}
                      takesChildren={kind === 'tree'}
                      errors={errors}
                      onChange={(options) => change(withOptions(context, options))}
                    />
                  </div>
                )}
                {canBePreset(type) ? (
                  <ValueControl
                    type={type}
                    settings={settings}
                    options={offeredOptions(context.options)}
                    label={t('fields.contexts.defaultValue')}
                    description={t('fields.contexts.defaultHelp')}
                    error={errors[`${at}.defaultValue`]}
                    value={context.defaultValue}
                    onChange={(defaultValue) => change({ ...context, defaultValue })}
                  />
                ) : null}
              </Stack>
            </Paper>
          );
        })}
        <Button
          variant="default"
          size="sm"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={() => {
            const global = contexts.find(({ isGlobal }) => isGlobal);
            onChange([...contexts, newContext(t('fields.contexts.newName'), global?.options ?? [])]);
          }}
        >
          {t(kind === 'none' ? 'fields.contexts.addPlain' : 'fields.contexts.add')}
        </Button>
      </Stack>
      {leaving ? (
        <ConfirmDialog
          title={t('fields.contexts.removeTitle', { name: leaving.name })}
          confirm={t('fields.contexts.remove')}
          cancel={t('form.cancel')}
          isDanger
          onCancel={() => setLeaving(null)}
          onConfirm={() => {
            onChange(contexts.filter(({ id }) => id !== leaving.id));
            setLeaving(null);
          }}
        >
          <p>{t('fields.contexts.removeText')}</p>
        </ConfirmDialog>
      ) : null}
    </Paper>
  );
}
