import { useTranslation } from 'react-i18next';
import { Note } from '../../../kit/plain/note.tsx';
import classes from './log.module.css';
import type { Replay } from './log-queries.ts';

interface OutcomeNoteProps {
  readonly outcome: Replay['outcome'];
  readonly explanation: Replay['explanation'];
  /** headings for the two outcomes */
  readonly titles: Readonly<Record<Replay['outcome'], string>>;
  /** what is said below the heading of a success */
  readonly children?: string;
}

/** How a sign-in went: that it was let through, or why not, and what will most likely help. Announced. */
export function OutcomeNote({ outcome, explanation, titles, children }: OutcomeNoteProps) {
  const { t } = useTranslation('admin');
  return (
    <Note
      tone={outcome === 'succeeded' ? 'success' : 'error'}
      title={titles[outcome]}
      role="status"
      className={classes['outcome'] ?? ''}
    >
      {explanation ? (
        <>
          <p>{explanation.problem}</p>
          <p>
            <strong>{t('signInLog.fix')}</strong> {explanation.fix}
          </p>
        </>
      ) : children ? (
        <p>{children}</p>
      ) : null}
    </Note>
  );
}
