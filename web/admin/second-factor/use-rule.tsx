import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { securityPath } from '../../kit/api/session.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { ConfirmAct } from '../forms/confirm-act.tsx';
import { mailQuery } from '../mail/mail-queries.ts';
import { ownFactorsQuery, policyQuery, saveRule } from './policy-queries.ts';

type Rule = Parameters<typeof saveRule>[0];

/** Saves rules. What requires a second factor asks first, and says what follows; render `dialog`. */
export function useRule(onSaved: () => void = () => {}): {
  save(rule: Rule): void;
  readonly isSaving: boolean;
  readonly dialog: ReactNode;
} {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const [asking, setAsking] = useState<Rule | null>(null);
  const saving = useMutation({
    mutationFn: saveRule,
    onSuccess: (policy, { requirement }) => {
      queries.setQueryData(policyQuery.queryKey, policy);
      tellDone(t(requirement === null ? 'secondFactor.rules.removed' : 'secondFactor.rules.saved'));
      onSaved();
    },
    onError: (error) => tellFailure(t('secondFactor.rules.failed'), errorText(error)),
  });
  return {
    save: (rule) => (rule.requirement === 'required' ? setAsking(rule) : saving.mutate(rule)),
    isSaving: saving.isPending,
    dialog: asking && <RequireDialog act={() => saving.mutateAsync(asking)} onEnd={() => setAsking(null)} />,
  };
}

function RequireDialog({ act, onEnd }: { act: () => Promise<unknown>; onEnd: () => void }) {
  const { t } = useTranslation('admin');
  const own = useQuery(ownFactorsQuery);
  const mail = useQuery(mailQuery);
  const hasNone = own.data?.factors.length === 0;
  return (
    <ConfirmAct
      title={t('secondFactor.warn.title')}
      submit={t('secondFactor.warn.submit')}
      act={act}
      onDone={onEnd}
      onCancel={onEnd}
    >
      <p>{t('secondFactor.warn.nobody')}</p>
      {mail.data?.settings === null && <p>{t('secondFactor.warn.noMail')}</p>}
      {hasNone && (
        <p>
          {t('secondFactor.warn.self')} <a href={securityPath}>{t('secondFactor.warn.setUp')}</a>
        </p>
      )}
    </ConfirmAct>
  );
}
