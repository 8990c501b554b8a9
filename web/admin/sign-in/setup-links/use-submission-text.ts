import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../../kit/components/time.tsx';
import { exactTime } from '../../../kit/time.ts';
import type { Submission } from './setup-link-queries.ts';

/** What was handed over, in words: when, how the company's own test went, and whether something was changed since. */
export function useSubmissionText(): (submitted: Submission, version: number) => string {
  const { t, i18n } = useTranslation('admin');
  const timeZone = useTimeZone();
  return (submitted, now) => {
    const when = exactTime(new Date(submitted.at), i18n.language, timeZone);
    const { version: handedOver } = submitted;
    const changed =
      handedOver === null || handedOver === now ? [] : [t('setupLinks.changedSince', { handedOver, now })];
    return [t('setupLinks.handedOver', { when }), ofTest(submitted, now), ...changed].join(' ');
  };

  function ofTest({ test }: Submission, now: number): string {
    if (test === null) return t('setupLinks.test.none');
    if (test.outcome === 'refused') return t('setupLinks.test.refused');
    return test.version === now
      ? t('setupLinks.test.succeeded')
      : t('setupLinks.test.outdated', { tested: test.version, now });
  }
}
