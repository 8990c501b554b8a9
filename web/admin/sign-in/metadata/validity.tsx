import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../../kit/components/time.tsx';
import { shortDate } from '../../../kit/time.ts';
import classes from './metadata.module.css';

const soonDays = 30;
const urgentDays = 7;
const dayMs = 24 * 60 * 60 * 1000;

/** How long a certificate is still valid, in days, and until when. */
export function Validity({ notAfter }: { notAfter: string }) {
  const { t, i18n } = useTranslation('admin');
  const timeZone = useTimeZone();
  const end = new Date(notAfter);
  const days = Math.floor((end.getTime() - Date.now()) / dayMs);
  const date = shortDate(end, i18n.language, timeZone);
  if (days < 0)
    return (
      <Badge color="red" className={classes['badge'] ?? ''}>
        {t('metadata.certificates.expired', { date })}
      </Badge>
    );
  const color = days < urgentDays ? 'red' : days < soonDays ? 'orange' : 'green';
  return (
    <div>
      <Badge color={color} className={classes['badge'] ?? ''}>
        {days === 0 ? t('metadata.certificates.today') : t('metadata.certificates.left', { count: days })}
      </Badge>
      <span className={classes['second']}>{t('metadata.certificates.until', { date })}</span>
    </div>
  );
}
