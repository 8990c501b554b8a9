import { SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './mail.module.css';

/** What a mail says, as it looks and as plain text. */
export function MailBody({ htmlAddress, text }: { htmlAddress: string; text: string }) {
  const { t } = useTranslation('admin');
  const [part, setPart] = useState<'html' | 'text'>('html');
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('mail.message.body')}
        data={[
          { value: 'html', label: t('mail.message.asHtml') },
          { value: 'text', label: t('mail.message.asText') },
        ]}
        value={part}
        onChange={(value) => setPart(value === 'text' ? 'text' : 'html')}
        maw="20rem"
      />
      {part === 'html' ? (
        <iframe src={htmlAddress} title={t('mail.message.body')} className={classes['frame']} />
      ) : (
        <pre className={classes['plain']}>{text}</pre>
      )}
    </Stack>
  );
}
