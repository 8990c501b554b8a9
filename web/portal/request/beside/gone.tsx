import { PageTitle } from '../../../kit/components/page-title.tsx';
import { useTranslation } from '../../../kit/i18n/use-translation.ts';
import { buttonClass } from '../../../kit/plain/button.tsx';
import { requestsPath } from '../../paths.ts';

/** In place of a request that was deleted, or is shared no more, while its page was open. */
export function Gone({ requestKey }: { requestKey: string }) {
  const { t } = useTranslation('beside');
  return (
    <>
      <PageTitle title={t('gone.title', { key: requestKey })} />
      <p role="alert">{t('gone.text')}</p>
      <div>
        <a href={requestsPath} className={buttonClass()}>
          {t('gone.requests')}
        </a>
      </div>
    </>
  );
}
