import { useTranslation } from 'react-i18next';
import classes from './log.module.css';
import type { Replay } from './log-queries.ts';
import { OutcomeNote } from './outcome-note.tsx';
import { PersonFacts, ResultFacts } from './person-facts.tsx';
import { StepList } from './step-list.tsx';

/** The result of a dry run: outcome, what the mapping makes of the person, and the checks on demand. */
export function ReplayView({
  replay,
  titles,
}: {
  replay: Replay;
  /** headings for the two outcomes */
  titles: Readonly<Record<Replay['outcome'], string>>;
}) {
  const { t } = useTranslation('admin');
  return (
    <>
      <OutcomeNote outcome={replay.outcome} explanation={replay.explanation} titles={titles} />
      {replay.result ? <ResultFacts result={replay.result} /> : null}
      {replay.person ? <PersonFacts person={replay.person} /> : null}
      <details className={classes['more']}>
        <summary>{t('signInLog.steps.title')}</summary>
        <StepList steps={replay.steps} />
      </details>
    </>
  );
}
