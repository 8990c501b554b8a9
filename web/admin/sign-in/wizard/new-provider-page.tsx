import {
  Anchor,
  Button,
  Group,
  Paper,
  Radio,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../../kit/components/page-title.tsx';
import { DomainsInput } from '../../domains/domains-input.tsx';
import { fieldOf } from '../../forms/field-of.ts';
import { FormProblem } from '../../forms/form-problem.tsx';
import { focusFirstError, useSave } from '../../forms/use-save.ts';
import type { Preset } from '../presets/preset.ts';
import { presets } from '../presets/presets.ts';
import { createProvider, type Protocol, providerQuery } from '../provider-queries.ts';
import { inputOf, newProviderValues } from '../provider-values.ts';
import classes from './wizard.module.css';

interface Beginning {
  name: string;
  domains: string[];
  protocol: Protocol;
}

/** /admin/sign-in/new: what kind of provider it is, and whose. It is then made, disabled, and set up. */
export function NewProviderPage() {
  const { t } = useTranslation('admin');
  const [preset, setPreset] = useState<Preset | null>(null);
  return (
    <Stack gap="md">
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/admin/sign-in" />}>
        ← {t('signIn.back')}
      </Anchor>
      <div>
        <PageTitle title={t('wizard.title')} />
        <Text c="dimmed" size="sm" maw="40rem">
          {t('wizard.help')}
        </Text>
      </div>
      {preset === null ? (
        <PresetChoice onChoose={setPreset} />
      ) : (
        <NameAndDomains key={preset.id} preset={preset} onBack={() => setPreset(null)} />
      )}
    </Stack>
  );
}

function PresetChoice({ onChoose }: { onChoose: (preset: Preset) => void }) {
  const { t } = useTranslation('admin');
  return (
    <section aria-labelledby="choose-preset">
      <Title order={2} size="h4" id="choose-preset" mb="sm">
        {t('wizard.choose')}
      </Title>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" maw="60rem">
        {presets.map((preset) => (
          <button
            key={preset.id}
            type="button"
            className={classes['preset']}
            onClick={() => onChoose(preset)}
          >
            <strong>{preset.name}</strong>
            <span>{preset.instructions.map(({ protocol }) => t(`signIn.${protocol}`)).join(' · ')}</span>
          </button>
        ))}
      </SimpleGrid>
    </section>
  );
}

function NameAndDomains({ preset, onBack }: { preset: Preset; onBack: () => void }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const protocols = preset.instructions.map(({ protocol }) => protocol);
  const [advised = 'saml'] = protocols;
  const form = useForm<Beginning>({
    initialValues: { name: '', domains: [], protocol: advised },
    validate: { name: (name) => (name.trim() === '' ? t('signIn.missing') : null) },
  });
  const saving = useSave({
    fields: ['name', 'domains'],
    setErrors: (errors) => form.setErrors(errors),
    save: ({ protocol, ...values }: Beginning) =>
      createProvider(
        inputOf(
          { protocol, isEnabled: false, preset: preset.id, position: 0 },
          { ...newProviderValues, ...values },
        ),
      ),
    async onSaved(provider) {
      queries.setQueryData(providerQuery(provider.id).queryKey, provider);
      await queries.invalidateQueries({ queryKey: ['identity-providers'] });
      await navigate({ to: '/admin/sign-in/$id/setup', params: { id: provider.id } });
    },
  });
  return (
    <Paper p="lg">
      <form
        ref={saving.form}
        onSubmit={form.onSubmit(saving.save, () => focusFirstError(saving.form))}
        noValidate
      >
        <Stack gap="md" maw="44rem">
          <Group justify="space-between">
            <Title order={2} size="h4">
              {preset.name}
            </Title>
            <Button variant="subtle" size="compact-sm" onClick={onBack}>
              {t('wizard.other')}
            </Button>
          </Group>
          {protocols.length > 1 ? (
            <Radio.Group label={t('wizard.protocol')} {...form.getInputProps('protocol')}>
              <Group mt="xs">
                {protocols.map((protocol) => (
                  <Radio
                    key={protocol}
                    value={protocol}
                    label={
                      protocol === advised
                        ? t('wizard.advised', { protocol: t(`signIn.${protocol}`) })
                        : t(`signIn.${protocol}`)
                    }
                  />
                ))}
              </Group>
            </Radio.Group>
          ) : null}
          <TextInput
            label={t('signIn.fields.name')}
            description={t('signIn.nameHelp')}
            required
            maxLength={100}
            {...form.getInputProps('name')}
          />
          <DomainsInput description={t('wizard.domainsHelp')} {...fieldOf(form, 'domains')} />
          <FormProblem problem={saving.problem} />
          <Group>
            <Button type="submit" loading={saving.isSaving}>
              {t('wizard.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
