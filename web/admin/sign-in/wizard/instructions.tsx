import { ActionIcon, Code, CopyButton, List, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../../kit/plain/note.tsx';
import { stepParts } from '../presets/our-values-in-steps.ts';
import type { PresetField, PresetInstructions } from '../presets/preset.ts';
import type { Provider } from '../provider-queries.ts';
import { isExample } from './preset-defaults.ts';
import classes from './wizard.module.css';

interface InstructionsProps {
  readonly instructions: PresetInstructions;
  readonly traps: readonly string[];
  readonly ours: Provider['ours'];
}

/** What to click at the provider, step by step, our values among the words and ready to copy. */
export function Instructions({ instructions, traps, ours }: InstructionsProps) {
  const { t } = useTranslation('admin');
  const { steps, hints, texts = [], defaults = {} } = instructions;
  const examples = Object.entries(defaults).filter(([, value]) => isExample(value));
  return (
    <Stack gap="md">
      <List type="ordered" spacing="sm">
        {steps.map((step) => (
          <List.Item key={step}>
            {stepParts(step, ours).map((part) =>
              part.isValue ? (
                <CopyValue key={part.text} value={part.text} />
              ) : (
                <span key={part.text}>{part.text}</span>
              ),
            )}
          </List.Item>
        ))}
      </List>
      {texts.map(({ label, text }) => (
        <div key={label}>
          <Text fw={600} size="sm">
            {label} <CopyIcon value={text} label={label} />
          </Text>
          <Code block>{text}</Code>
        </div>
      ))}
      {examples.map(([field, example]) => (
        <Text key={field} size="sm">
          {t(field === 'issuer' ? 'wizard.issuerExample' : 'wizard.metadataExample', { example })}
        </Text>
      ))}
      <details>
        <summary>{t('wizard.names')}</summary>
        <dl className={classes['names']}>
          {(Object.entries(hints) as [PresetField, string][]).map(([field, name]) => (
            <div key={field}>
              <dt>{t(`signIn.fields.${field}`)}</dt>
              <dd>{name}</dd>
            </div>
          ))}
        </dl>
      </details>
      {traps.length > 0 ? (
        <Note tone="info" title={t('wizard.traps')}>
          <List size="sm" spacing={6}>
            {traps.map((trap) => (
              <List.Item key={trap}>{trap}</List.Item>
            ))}
          </List>
        </Note>
      ) : null}
    </Stack>
  );
}

function CopyValue({ value }: { value: string }) {
  const { t } = useTranslation('admin');
  return (
    <span className={classes['value']}>
      <Code>{value}</Code>
      <CopyIcon value={value} label={t('wizard.copyValue', { value })} isFullLabel />
    </span>
  );
}

function CopyIcon({ value, label, isFullLabel }: { value: string; label: string; isFullLabel?: boolean }) {
  const { t } = useTranslation('admin');
  return (
    <CopyButton value={value} timeout={2000}>
      {({ copied, copy }) => (
        <ActionIcon
          variant="subtle"
          size="sm"
          color={copied ? 'green' : 'gray'}
          aria-label={copied ? t('form.copied') : isFullLabel ? label : t('form.copy', { label })}
          onClick={copy}
        >
          {copied ? <IconCheck size={14} aria-hidden="true" /> : <IconCopy size={14} aria-hidden="true" />}
        </ActionIcon>
      )}
    </CopyButton>
  );
}
