import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { indentXml } from '../sign-in/log/indent-xml.ts';
import log from '../sign-in/log/log.module.css';
import { OutcomeNote } from '../sign-in/log/outcome-note.tsx';
import { PersonFacts } from '../sign-in/log/person-facts.tsx';
import { StepList } from '../sign-in/log/step-list.tsx';
import { Section } from '../sign-in/metadata/section.tsx';
import type { SetupTest } from './setup-query.ts';

/** What came of a test: how it went and why, what the provider said, and what the person would get. */
export function TestResult({ test, site }: { test: SetupTest; site: string }) {
  const { t } = useTranslation('admin');
  const { outcome, isUndecided, explanation, result, steps, person, message, reference } = test;
  return (
    <>
      <OutcomeNote
        outcome={outcome}
        explanation={explanation}
        titles={{
          succeeded: t('providerSetup.test.succeeded'),
          refused: t('providerSetup.test.refused'),
        }}
      >
        {isUndecided ? t('providerSetup.test.undecided', { site }) : t('providerSetup.test.succeededText')}
      </OutcomeNote>
      {person || message !== null ? (
        <Section title={t('providerSetup.test.person')}>
          {person ? <PersonFacts person={person} /> : null}
          {message === null ? null : (
            <details className={log['more']}>
              <summary>{t('signInLog.message')}</summary>
              <Text size="sm" c="dimmed">
                {t('signInLog.messageHelp')}
              </Text>
              <pre className={log['message']}>{indentXml(message)}</pre>
            </details>
          )}
        </Section>
      ) : null}
      {result ? (
        <Section title={t('providerSetup.test.would', { site })}>
          <dl className={log['facts']}>
            <dt>{t('providerSetup.test.organizations')}</dt>
            <dd>{inWords(result.organizations, t('providerSetup.test.noOrganizations', { site }))}</dd>
            <dt>{t('providerSetup.test.portals')}</dt>
            <dd>{inWords(result.portals, t('providerSetup.test.noPortals', { site }))}</dd>
          </dl>
        </Section>
      ) : null}
      <Section title={t('signInLog.steps.title')} help={t('signInLog.steps.help')}>
        <StepList steps={steps} />
        <Text size="sm" c="dimmed">
          {t('providerSetup.test.reference', { reference })}
        </Text>
      </Section>
    </>
  );
}

function inWords(names: readonly string[], none: string): string {
  return names.length > 0 ? names.join(', ') : none;
}
