import { Link } from '@tanstack/react-router';
import { Empty } from '../../kit/components/states.tsx';
import { useTranslation } from '../../kit/i18n/use-translation.ts';
import { Button, buttonClass } from '../../kit/plain/button.tsx';
import { portalsPath } from '../paths.ts';
import { isNarrowed, type RequestFilter } from './request-filter.ts';

/** Why the list is empty, and the way on. */
export function NoRequests({
  filter,
  onFilter,
}: {
  filter: RequestFilter;
  onFilter: (filter: RequestFilter) => void;
}) {
  const { t } = useTranslation('requests');
  const showAll = <Button onClick={() => onFilter({ status: 'all' })}>{t('showAll')}</Button>;
  const { status, owner, portal, type, q } = filter;
  if (owner === 'approvals' && status !== 'closed' && !portal && !type && !q) {
    return (
      <Empty title={t('nothingToApprove')} action={showAll}>
        {t('nothingToApproveText')}
      </Empty>
    );
  }
  if (isNarrowed(filter) || status === 'closed') {
    return (
      <Empty title={t('noneMatch')} action={showAll}>
        {t('noneMatchText')}
      </Empty>
    );
  }
  if (status === 'open') {
    return (
      <Empty title={t('noneOpen')} action={showAll}>
        {t('noneOpenText')}
      </Empty>
    );
  }
  return (
    <Empty
      title={t('none')}
      action={
        <Link to={portalsPath} className={buttonClass({ variant: 'filled' })}>
          {t('ask')}
        </Link>
      }
    >
      {t('noneText')}
    </Empty>
  );
}
