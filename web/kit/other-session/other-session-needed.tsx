import { signInUrl } from '../api/session.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { buttonClass } from '../plain/button.tsx';
import { Note } from '../plain/note.tsx';

export { addOtherSessionStrings } from './strings.ts';

/** A portal that does not take the session that one has: the way to one that it takes. */
export function OtherSessionNeeded({ isOtherCompany }: { isOtherCompany: boolean }) {
  const { t } = useTranslation('other-session');
  const words = isOtherCompany
    ? {
        title: t('otherCompanySignIn.title'),
        text: t('otherCompanySignIn.text'),
        action: t('otherCompanySignIn.action'),
      }
    : { title: t('companySignIn.title'), text: t('companySignIn.text'), action: t('companySignIn.action') };
  const { pathname, search } = window.location;
  return (
    <Note tone="info" title={words.title} role="alert">
      <p>{words.text}</p>
      <a
        href={`${signInUrl(pathname + search)}&reason=company`}
        className={buttonClass({ variant: 'filled' })}
      >
        {words.action}
      </a>
    </Note>
  );
}
