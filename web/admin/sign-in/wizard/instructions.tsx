import { ActionIcon, Anchor, Code, CopyButton, List, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../../kit/plain/note.tsx';
import { type StepPart, stepParts } from '../presets/our-values-in-steps.ts';
import type { PresetField, PresetInstructions } from '../presets/preset.ts';
import type { Provider } from '../provider-queries.ts';
import { isExample } from './preset-defaults.ts';
import classes from './wizard.module.css';

interface InstructionsProps {
  readonly instructions: PresetInstructions;
  /** what goes wrong with every protocol; what goes wrong with this one is in its instructions */
  readonly traps: readonly string[];
  readonly ours: Provider['ours'];
}

/** What to click at the provider, step by step, our values among the words and ready to copy. */
export function Instructions({ instructions, traps, ours }: InstructionsProps) {
  const { t } = useTranslation('admin');
  const { steps, hints, texts = [], defaults = {}, documentation } = instructions;
  const allTraps = [...(instructions.traps ?? []), ...traps];
  const examples = Object.entries(defaults).filter(([, value]) => isExample(value));
  return (
    <Stack gap="md">
      <List type="ordered" spacing="sm">
        {steps.map((step) => (
          <List.Item key={step}>
            {stepParts(step, ours).map((part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a step never change places
              <Fragment key={index}>
                <Part part={part} />
              </Fragment>
            ))}
          </List.Item>
        ))}
      </List>
      {texts.map(({ label, text }) => (
        <div key={label}>
          <Text fw={600} size="sm">
            {label} <CopyIcon value={text} label={label} />
          </Text>
          <Code block tabIndex={0} role="region" aria-label={label}>
            {text}
          </Code>
        </div>
      ))}
      {examples.map(([field, example]) => (
        <Text key={field} size="sm">
          {t(field === 'issuer' ? 'wizard.issuerExample' : 'wizard.metadataExample')}{' '}
          <Code className={classes['literal']}>{example}</Code>
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
      {documentation === undefined ? null : (
        <Text size="sm">
          {t('wizard.documentation')}{' '}
          <Anchor
            href={documentation}
            target="_blank"
            rel="noopener noreferrer"
            fz="inherit"
            underline="always"
          >
            {new URL(documentation).hostname}
          </Anchor>
        </Text>
      )}
      {allTraps.length > 0 ? (
        <Note tone="info" title={t('wizard.traps')}>
          <List size="sm" spacing={6} className={classes['traps'] ?? ''}>
            {allTraps.map((trap) => (
              <List.Item key={trap}>{trap}</List.Item>
            ))}
          </List>
        </Note>
      ) : null}
    </Stack>
  );
}

function Part({ part: { kind, text } }: { part: StepPart }) {
  if (kind === 'value') return <CopyValue value={text} />;
  return kind === 'literal' ? <Code className={classes['literal']}>{text}</Code> : text;
}

function CopyValue({ value }: { value: string }) {
  const { t } = useTranslation('admin');
  return (
    <span className={classes['value']}>
      <Code className={classes['literal']}>{value}</Code>
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
