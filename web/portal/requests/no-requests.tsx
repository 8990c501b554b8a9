import { Link } from '@tanstack/react-router';
import { Empty } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button, buttonClass } from '../../kit/plain/button.tsx';
import { portalsPath } from '../paths.ts';
import type { RequestFilter } from './request-filter.ts';

/** Why the list is empty, and the way on. */
export function NoRequests({
  filter,
  onFilter,
}: {
  filter: RequestFilter;
  onFilter: (filter: RequestFilter) => void;
}) {
  const { t } = useTranslation('portal');
  const showAll = <Button onClick={() => onFilter({ status: 'all' })}>{t('requests.showAll')}</Button>;
  const isNarrowed = Boolean(filter.q || filter.portal || filter.owner);
  if (isNarrowed || filter.status === 'closed') {
    return (
      <Empty title={t('requests.noneMatch')} action={showAll}>
        {t('requests.noneMatchText')}
      </Empty>
    );
  }
  if (filter.status === 'open') {
    return (
      <Empty title={t('requests.noneOpen')} action={showAll}>
        {t('requests.noneOpenText')}
      </Empty>
    );
  }
  return (
    <Empty
      title={t('requests.none')}
      action={
        <Link to={portalsPath} className={buttonClass({ variant: 'filled' })}>
          {t('requests.ask')}
        </Link>
      }
    >
      {t('requests.noneText')}
    </Empty>
  );
}
