import { ApiError } from '../api/api-error.ts';
import { useErrorText } from '../components/states.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { PasskeyError } from './passkey-error.ts';

const wayOfField = {
  totp: 'totp',
  code: 'totp',
  recoveryCode: 'recovery',
  mailCode: 'mail',
  password: 'password',
} as const;

/** What to tell a person whose second factor was not taken; null: nothing, as they have cancelled it themselves. */
export function useFactorProblem(): (error: unknown) => string | null {
  const { t } = useTranslation('confirm');
  const errorText = useErrorText();
  return (error) => {
    if (error instanceof PasskeyError) {
      return error.problem === 'cancelled' ? null : t(`problem.${error.problem}`);
    }
    if (error instanceof ApiError) {
      if (error.status === 429 && error.retryAfterSeconds !== null) {
        return t('problem.locked', { count: Math.max(1, Math.ceil(error.retryAfterSeconds / 60)) });
      }
      for (const [field, way] of Object.entries(wayOfField)) {
        if (error.errors[field] !== undefined) return t(`${way}.wrong`);
      }
      if (error.errors['passkey'] !== undefined) return t('problem.refused');
    }
    return errorText(error);
  };
}
