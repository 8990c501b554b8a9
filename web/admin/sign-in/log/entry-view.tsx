import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../metadata/section.tsx';
import { indentXml } from './indent-xml.ts';
import classes from './log.module.css';
import type { LogEntry } from './log-queries.ts';
import { OutcomeNote } from './outcome-note.tsx';
import { PersonFacts, ResultFacts } from './person-facts.tsx';
import { StepList } from './step-list.tsx';

/** All that is kept of a sign-in, a sign-out or a test: how it went and why, checks, person, what became of them, message. */
export function EntryView({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation('admin');
  const { purpose } = entry;
  const isTest = purpose === 'test';
  return (
    <>
      <OutcomeNote
        outcome={entry.outcome}
        explanation={entry.explanation}
        titles={{
          succeeded: t(`signInLog.ends.${purpose}.succeeded`),
          refused: t(`signInLog.ends.${purpose}.refused`),
        }}
      >
        {isTest ? t('signInLog.testNothing') : purpose === 'idp-initiated' ? t('signInLog.begun') : ''}
      </OutcomeNote>
      {entry.result ? (
        <Section title={t(isTest ? 'signInLog.result.would' : 'signInLog.result.title')}>
          <ResultFacts result={entry.result} />
        </Section>
      ) : null}
      <Section title={t('signInLog.steps.title')} help={t('signInLog.steps.help')}>
        <StepList steps={entry.steps} />
      </Section>
      {entry.person || entry.message !== null ? (
        <Section title={t(purpose === 'logout' ? 'signInLog.messageTitle' : 'signInLog.person.title')}>
          {entry.person ? <PersonFacts person={entry.person} /> : null}
          {entry.message === null ? null : (
            <details className={classes['more']}>
              <summary>{t('signInLog.message')}</summary>
              <Text size="sm" c="dimmed">
                {t('signInLog.messageHelp')}
              </Text>
              <pre className={classes['message']}>{indentXml(entry.message)}</pre>
            </details>
          )}
        </Section>
      ) : null}
    </>
  );
}
