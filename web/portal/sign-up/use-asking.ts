import { ApiError } from '../../kit/api/api-error.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';

/** What to say of a refused request for mail, in the language of the page. */
export function useAskingProblem(): (error: unknown) => string {
  const { t } = useTranslation('sign-up');
  const errorText = useErrorText();
  return (error) => {
    if (error instanceof ApiError && error.status === 429 && error.retryAfterSeconds !== null) {
      return t('slowDown', { count: Math.max(1, Math.ceil(error.retryAfterSeconds / 60)) });
    }
    return errorText(error);
  };
}

/** What is wrong with an address before anybody is asked: a word of the `sign-up` strings. */
export function emailProblem(typed: string): 'noEmail' | 'badEmail' | null {
  if (typed.trim() === '') return 'noEmail';
  return /^[^\s@]+@[^\s@]+$/.test(typed.trim()) ? null : 'badEmail';
}
