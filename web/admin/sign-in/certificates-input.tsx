import { Button, Group, Input, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCertificate, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../kit/components/time.tsx';
import { shortDate } from '../../kit/time.ts';
import { readCertificate } from './certificate.ts';
import classes from './certificates-input.module.css';

interface CertificatesInputProps {
  readonly value: string[];
  readonly onChange: (certificates: string[]) => void;
  readonly error?: ReactNode;
}

const soonMs = 30 * 24 * 60 * 60 * 1000;

/** Signing certificates, pasted; each tells whose it is and how long it lasts as soon as it can be read. */
export function CertificatesInput({ value, onChange, error }: CertificatesInputProps) {
  const { t } = useTranslation('admin');
  const id = useId();
  return (
    <Input.Wrapper
      label={t('signIn.fields.certificates')}
      description={t('signIn.certificatesHelp')}
      error={error}
      required
      labelElement="div"
      errorProps={{ id: `${id}-error` }}
    >
      <Stack gap="sm" mt={6}>
        {value.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a certificate that is being typed has no identity but its place
          <div key={index} className={classes['certificate']}>
            <Textarea
              aria-label={t('signIn.certificate', { number: index + 1 })}
              aria-describedby={`${id}-error`}
              aria-invalid={Boolean(error)}
              placeholder="-----BEGIN CERTIFICATE-----"
              value={text}
              onChange={(event) => onChange(value.with(index, event.currentTarget.value))}
              rows={4}
              spellCheck={false}
              classNames={{ input: classes['text'] ?? '' }}
            />
            <Group justify="space-between" gap="xs">
              <Facts text={text} />
              {value.length > 1 ? (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  onClick={() => onChange(value.filter((_, other) => other !== index))}
                >
                  {t('signIn.removeCertificate', { number: index + 1 })}
                </Button>
              ) : null}
            </Group>
          </div>
        ))}
        <Group>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => onChange([...value, ''])}
          >
            {t('signIn.addCertificate')}
          </Button>
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}

function Facts({ text }: { text: string }) {
  const { t, i18n } = useTranslation('admin');
  const timeZone = useTimeZone();
  if (text.trim() === '') return <span />;
  const facts = readCertificate(text);
  if (!facts) {
    return (
      <Text span size="sm" className={classes['facts'] ?? ''} data-tone="bad">
        <IconAlertTriangle size={16} aria-hidden="true" /> {t('signIn.unreadable')}
      </Text>
    );
  }
  const left = facts.validUntil.getTime() - Date.now();
  const date = shortDate(facts.validUntil, i18n.language, timeZone);
  const until =
    left < 0
      ? t('signIn.expired', { date })
      : left < soonMs
        ? t('signIn.expiresSoon', { date })
        : t('signIn.validUntil', { date });
  const Icon = left < soonMs ? IconAlertTriangle : IconCertificate;
  return (
    <Text span size="sm" className={classes['facts'] ?? ''} data-tone={left < soonMs ? 'bad' : 'good'}>
      <Icon size={16} aria-hidden="true" />
      <span>
        {facts.subject ? `${facts.subject} · ` : ''}
        {until}
      </span>
    </Text>
  );
}
