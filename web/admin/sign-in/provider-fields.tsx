import { Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AdmissionFields } from './admission-fields.tsx';
import { ClientAdvanced } from './client-advanced.tsx';
import { OAuth2Fields, OidcFields } from './client-fields.tsx';
import { GeneralFields } from './general-fields.tsx';
import type { Protocol } from './provider-queries.ts';
import type { ProviderValues } from './provider-values.ts';
import { SamlAdvanced } from './saml-advanced.tsx';
import { SamlFields } from './saml-fields.tsx';
import { SessionFields } from './session-fields.tsx';

interface ProtocolFieldsProps {
  readonly form: UseFormReturnType<ProviderValues>;
  readonly protocol: Protocol;
  /** a client secret is stored */
  readonly hasSecret: boolean;
}

interface ProviderFieldsProps extends ProtocolFieldsProps {
  /** people sign in through it now */
  readonly isEnabled: boolean;
  /** what the mapping would make of the last sign-in */
  readonly preview: ReactNode;
  /** what stands at the end: problems and buttons */
  readonly children: ReactNode;
}

/** All that can be set of a provider; what most need is in sight, the rest under Advanced. */
export function ProviderFields(props: ProviderFieldsProps) {
  const { form, protocol, hasSecret, isEnabled, preview, children } = props;
  const { t } = useTranslation('admin');
  return (
    <Paper p="lg">
      <Stack gap="xl" maw="44rem">
        <FieldGroup title={t('signIn.general')}>
          <GeneralFields form={form} />
        </FieldGroup>
        <FieldGroup title={t('signIn.who')}>
          <AdmissionFields form={form} isEnabled={isEnabled} />
        </FieldGroup>
        <FieldGroup title={t('signIn.settings')} help={t(`signIn.settingsHelp.${protocol}`)}>
          <ProtocolFields form={form} protocol={protocol} hasSecret={hasSecret} />
          <AdvancedFields form={form} protocol={protocol} />
        </FieldGroup>
        <FieldGroup title={t('signIn.attributes')} help={t('signIn.attributesHelp')}>
          <AttributeFields form={form} />
          <Preview>{preview}</Preview>
        </FieldGroup>
        <details>
          <summary>{t('signIn.sessions')}</summary>
          <Stack gap="md" mt="sm">
            <SessionFields form={form} />
          </Stack>
        </details>
        {children}
      </Stack>
    </Paper>
  );
}

/** The settings that every provider of a protocol needs. */
export function ProtocolFields({ form, protocol, hasSecret }: ProtocolFieldsProps) {
  if (protocol === 'saml') return <SamlFields form={form} />;
  if (protocol === 'oidc') return <OidcFields form={form} hasSecret={hasSecret} />;
  return <OAuth2Fields form={form} hasSecret={hasSecret} />;
}

/** Names of attributes or claims, where they are not the usual ones. */
export function AttributeFields({ form }: { form: UseFormReturnType<ProviderValues> }) {
  const { t } = useTranslation('admin');
  return (['emailAttribute', 'nameAttribute', 'groupsAttribute'] as const).map((name) => (
    <TextInput
      key={name}
      label={t(`signIn.fields.${name}`)}
      spellCheck={false}
      {...form.getInputProps(name)}
    />
  ));
}

/** Asked for only once it is opened: it follows every letter that is typed. */
function Preview({ children }: { children: ReactNode }) {
  const { t } = useTranslation('admin');
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('signIn.preview')}</summary>
      {isOpen ? <Stack mt="sm">{children}</Stack> : null}
    </details>
  );
}

const advancedFields = {
  saml: ['signOnBinding', 'logoutUrl', 'nameIdFormat', 'authnContexts', 'weakAlgorithms'],
  oidc: ['authentication', 'userinfo', 'prompt', 'extraParameters'],
  oauth2: ['authentication', 'extraParameters'],
} as const;

function AdvancedFields({ form, protocol }: Omit<ProtocolFieldsProps, 'hasSecret'>) {
  const { t } = useTranslation('admin');
  const [isOpen, setOpen] = useState(false);
  // a field that is in error must be seen
  const hasError = advancedFields[protocol].some((name) => form.errors[name]);
  return (
    <details open={isOpen || hasError} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('signIn.advanced')}</summary>
      <Stack gap="md" mt="sm">
        {protocol === 'saml' ? (
          <SamlAdvanced form={form} />
        ) : (
          <ClientAdvanced form={form} protocol={protocol} />
        )}
      </Stack>
    </details>
  );
}

function FieldGroup({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <Stack gap="md" component="section">
      <div>
        <Title order={2} size="h4">
          {title}
        </Title>
        {help === undefined ? null : (
          <Text size="sm" c="dimmed">
            {help}
          </Text>
        )}
      </div>
      {children}
    </Stack>
  );
}
