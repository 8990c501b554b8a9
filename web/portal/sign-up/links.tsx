import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { forgottenPath, signUpPath, withDestination } from './paths.ts';
import classes from './sign-up.module.css';
import { signUpQuery } from './sign-up-queries.ts';

/** Beside the password at the sign-in: for who has forgotten it. */
export function ForgottenLink({ destination }: { destination: string | null }) {
  const { t } = useTranslation('sign-in');
  return (
    <p className={classes['link']}>
      <a href={withDestination(forgottenPath, destination)}>{t('links.forgotten')}</a>
    </p>
  );
}

/** Below the sign-in, where people can make an account by themselves; else nothing. */
export function SignUpLink({ destination }: { destination: string | null }) {
  const { t } = useTranslation('sign-in');
  const { data } = useQuery(signUpQuery(destination));
  if (!data?.isOffered) return null;
  return (
    <p className={classes['link']}>
      {t('links.question')} <a href={withDestination(signUpPath, destination)}>{t('links.signUp')}</a>
    </p>
  );
}
