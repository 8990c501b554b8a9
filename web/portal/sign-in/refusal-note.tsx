import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { buttonClass } from '../../kit/plain/button.tsx';
import { Note } from '../../kit/plain/note.tsx';
import { type Refusal, referenceOf } from './refusals.ts';
import { keepWayLeft, wayLeft } from './sign-in-memory.ts';
import classes from './sign-in-page.module.css';

interface RefusalNoteProps {
  readonly refusal: Refusal;
  /** as it stands in the address */
  readonly reference: string | undefined;
  /** the one way that there is, when it is not known which was taken */
  readonly retry: string | null;
}

/** Why the sign-in did not work, what to mention when asking for help, and the same way once more; others are below. */
export function RefusalNote({ refusal, reference, retry }: RefusalNoteProps) {
  const { t } = useTranslation('sign-in');
  const known = referenceOf(reference);
  const again = wayLeft() ?? retry;
  return (
    <Note tone="error" title={t('notSignedIn')} role="alert">
      <p>{t(`refused.${refusal}`)}</p>
      {known && <p className={classes['reference']}>{t('reference', { reference: known })}</p>}
      {again && (
        <a className={buttonClass({ size: 'sm' })} href={again} onClick={() => keepWayLeft(again)}>
          {t('tryAgain')}
        </a>
      )}
    </Note>
  );
}
