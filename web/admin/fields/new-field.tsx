import { Button, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../kit/mantine/dialog.tsx';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import {
  createField,
  type FieldTypeName,
  fieldQuery,
  type FieldSettings as Settings,
} from './field-queries.ts';
import { FieldSettings } from './field-settings.tsx';
import { optionsOf, typeGroups, typeNames } from './field-types.ts';
import classes from './fields.module.css';

const places = [
  'name',
  'description',
  'settings.min',
  'settings.max',
  'settings.decimals',
  'settings.currencies',
  'settings.maxValues',
];

/** Makes a field; its options and default are given on its own page. */
export function NewField({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [type, setType] = useState<FieldTypeName>('text');
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [settings, setSettings] = useState<Settings>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const saving = useSave({
    fields: places,
    setErrors,
    save: () =>
      createField(type, {
        name,
        description,
        settings,
        version: 1,
        contexts: [{ name: t('fields.new.contextName'), isGlobal: true, serviceDeskIds: [], options: [] }],
      }),
    onSaved(field) {
      queries.setQueryData(fieldQuery(field.id).queryKey, field);
      void queries.invalidateQueries({ queryKey: ['fields'] });
      void queries.invalidateQueries({ queryKey: ['form-fields'] });
      tellDone(t('fields.created', { name: field.name }));
      void navigate({ to: '/admin/fields/$id', params: { id: field.id } });
    },
  });
  const isDirty = name !== '' || description !== '';
  return (
    <Dialog onClose={onClose} title={t('fields.new.title')} size="lg" closeOnClickOutside={!isDirty}>
      <form
        ref={saving.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setErrors({});
          saving.save(undefined);
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t('fields.name')}
            description={t('fields.nameHelp')}
            required
            data-autofocus
            maxLength={255}
            value={name}
            error={errors['name']}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Radio.Group
            label={t('fields.new.type')}
            description={t('fields.new.typeHelp')}
            value={type}
            onChange={(value) => {
              const chosen = typeNames.find((each) => each === value);
              if (!chosen) return;
              setType(chosen);
              setSettings(chosen === 'amount' ? { currencies: ['EUR'] } : {});
              setErrors({});
            }}
          >
            <div className={classes['types']}>
              {Object.entries(typeGroups).map(([group, names]) => (
                <div key={group}>
                  <Text size="xs" fw={600} c="dimmed" mb={4} aria-hidden="true">
                    {t(`fields.typeGroups.${group as keyof typeof typeGroups}`)}
                  </Text>
                  <Stack gap="xs">
                    {names.map((each) => (
                      <Radio
                        key={each}
                        value={each}
                        label={t(`fields.types.${each}`)}
                        description={t(`fields.about.${each}`)}
                      />
                    ))}
                  </Stack>
                </div>
              ))}
            </div>
          </Radio.Group>
          {optionsOf(type) === 'none' ? null : (
            <Text size="sm" c="dimmed">
              {t('fields.new.optionsLater')}
            </Text>
          )}
          <FieldSettings type={type} settings={settings} onChange={setSettings} errors={errors} />
          <Textarea
            label={t('fields.description')}
            description={t('fields.descriptionHelp')}
            autosize
            minRows={2}
            maxLength={2000}
            value={description}
            error={errors['description']}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          <FormProblem problem={saving.problem} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={saving.isSaving}>
              {t('fields.new.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
