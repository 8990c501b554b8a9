import { NumberInput, Stack, Switch } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { SaveButtons } from '../forms/save-buttons.tsx';
import { useSave } from '../forms/use-save.ts';
import { type FactorPolicy, policyQuery, saveFactorSettings } from './policy-queries.ts';

const switches = [
  ['allowsTotp', 'totp'],
  ['allowsPasskeys', 'passkeys'],
  ['allowsPasswordless', 'passwordless'],
  ['allowsMail', 'mail'],
] as const;

/** Which second factors there are. */
export function FactorKinds({ settings }: { settings: FactorPolicy['settings'] }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const form = useForm({ initialValues: settings });
  const saving = useSave({
    save: saveFactorSettings,
    onSaved: (saved) => {
      queries.setQueryData(policyQuery.queryKey, saved);
      tellDone(t('form.saved'));
    },
    fields: ['allowsTotp', 'allowsPasskeys', 'allowsPasswordless', 'allowsMail', 'rememberDays'],
    setErrors: form.setErrors,
  });
  return (
    <form ref={saving.form} onSubmit={form.onSubmit((values) => saving.save(values))} noValidate>
      <Stack gap="md">
        {switches.map(([field, words]) => (
          <Switch
            key={field}
            label={t(`secondFactor.kinds.${words}`)}
            description={t(`secondFactor.kinds.${words}Help`)}
            disabled={field === 'allowsPasswordless' && !form.values.allowsPasskeys}
            {...form.getInputProps(field, { type: 'checkbox' })}
          />
        ))}
        <NumberInput
          label={t('secondFactor.kinds.rememberDays')}
          description={t('secondFactor.kinds.rememberDaysHelp')}
          min={0}
          max={365}
          allowDecimal={false}
          maw="22rem"
          {...form.getInputProps('rememberDays')}
        />
        <FormProblem problem={saving.problem} />
        <SaveButtons isDirty={form.isDirty()} isSaving={saving.isSaving} onDiscard={() => form.reset()} />
      </Stack>
    </form>
  );
}
