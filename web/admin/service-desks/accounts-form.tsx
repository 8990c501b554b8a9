import { Paper, Radio, Stack, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../kit/components/states.tsx';
import { tellDone } from '../../kit/notices.ts';
import { FormProblem } from '../forms/form-problem.tsx';
import { SaveButtons } from '../forms/save-buttons.tsx';
import { UnsavedGuard } from '../forms/unsaved-guard.tsx';
import { useSave } from '../forms/use-save.ts';
import { changeSignUpPolicy, type SignUpPolicy, signUpPolicyQuery } from '../people/invite-queries.ts';

const kinds = ['nobody', 'invited', 'domains', 'open'] as const;

/** Who may make an account with a password, at a portal; null: where portals say nothing of their own. */
export function AccountsForm({ portalId }: { portalId: string | null }) {
  const query = useQuery(signUpPolicyQuery(portalId));
  if (!query.data) return <QueryState query={query} lines={4} />;
  return <PolicyForm key={query.data.version} portalId={portalId} policy={query.data} />;
}

interface Values {
  /** '' in place of "as the site" */
  readonly who: string;
  readonly domains: string;
}

function PolicyForm({ portalId, policy }: { portalId: string | null; policy: SignUpPolicy }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const [seen] = useState(policy);
  const form = useForm<Values>({
    initialValues: { who: seen.who ?? '', domains: seen.domains.join('\n') },
  });
  const saving = useSave({
    fields: ['who', 'domains'],
    setErrors: form.setErrors,
    save: ({ who, domains }: Values) =>
      changeSignUpPolicy(portalId, {
        who: kinds.find((kind) => kind === who) ?? null,
        domains: who === 'domains' ? domains.split(/[\s,;]+/).filter((text) => text !== '') : [],
        version: seen.version,
      }),
    onSaved(saved) {
      tellDone(t('form.saved'));
      form.resetDirty();
      queries.setQueryData(signUpPolicyQuery(portalId).queryKey, saved);
      void queries.invalidateQueries({ queryKey: ['sign-up-policy'] });
    },
  });
  const isDirty = form.isDirty();
  return (
    <Paper p="lg">
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="md" maw="36rem">
          <Title order={2} size="h4">
            {t(portalId === null ? 'invitations.policy.siteTitle' : 'invitations.policy.title')}
          </Title>
          <Radio.Group
            label={t('invitations.policy.who')}
            description={t(seen.isClosed ? 'invitations.policy.closed' : 'invitations.policy.whoHelp')}
            {...form.getInputProps('who')}
          >
            <Stack gap="xs" mt="sm">
              {portalId === null ? null : (
                <Radio
                  value=""
                  label={t('invitations.policy.asSite', {
                    who: t(`invitations.policy.kinds.${seen.siteWho}`),
                  })}
                />
              )}
              {kinds.map((kind) => (
                <Radio key={kind} value={kind} label={t(`invitations.policy.kinds.${kind}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {form.values.who === 'domains' ? (
            <Textarea
              label={t('invitations.policy.domains')}
              placeholder="company.com"
              autosize
              minRows={2}
              {...form.getInputProps('domains')}
            />
          ) : null}
          <FormProblem problem={saving.problem} />
          <SaveButtons
            isDirty={isDirty}
            isSaving={saving.isSaving}
            onDiscard={() => {
              form.reset();
              saving.clearProblem();
            }}
          />
        </Stack>
      </form>
      <UnsavedGuard isDirty={isDirty && !saving.isSaving} />
    </Paper>
  );
}
