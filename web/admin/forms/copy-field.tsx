import { ActionIcon, CopyButton, Textarea } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './copy-field.module.css';

/**
 * A value to be copied elsewhere, shown whole on as many lines as it takes. Not an `<input>`: Chromium cuts its text off
 * at the line, and with it the underscore of some monospace fonts.
 */
export function CopyField({
  label,
  value,
  description,
}: {
  label: string;
  value: string;
  description?: ReactNode;
}) {
  const { t } = useTranslation('admin');
  return (
    <Textarea
      label={label}
      description={description}
      value={value}
      readOnly
      size="sm"
      rows={1}
      spellCheck={false}
      classNames={{ input: classes['value'] ?? '' }}
      inputContainer={(field) => (
        <div className={classes['frame']} data-value={value}>
          {field}
        </div>
      )}
      onFocus={(event) => event.currentTarget.select()}
      rightSection={
        <CopyButton value={value} timeout={2000}>
          {({ copied, copy }) => (
            <ActionIcon
              variant="subtle"
              color={copied ? 'green' : 'gray'}
              aria-label={copied ? t('form.copied') : t('form.copy', { label })}
              title={copied ? t('form.copied') : t('form.copy', { label })}
              onClick={copy}
            >
              {copied ? (
                <IconCheck size={16} aria-hidden="true" />
              ) : (
                <IconCopy size={16} aria-hidden="true" />
              )}
            </ActionIcon>
          )}
        </CopyButton>
      }
    />
  );
}
