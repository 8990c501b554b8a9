import { Button, Group, PasswordInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../kit/api/client.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import { DomainsInput } from '../domains/domains-input.tsx';
import { FormProblem } from '../forms/form-problem.tsx';
import { useSave } from '../forms/use-save.ts';
import { Section } from '../sign-in/metadata/section.tsx';
import type { ProviderSetup } from './setup-query.ts';

const path = '/rest/portico/1/provider-setup/{token}';
const fieldsOf = {
  saml: ['entityId', 'signOnUrl'],
  oidc: ['issuer', 'clientId'],
  oauth2: ['authorizationUrl', 'tokenUrl', 'userinfoUrl', 'clientId'],
} as const;

interface SettingsFormProps {
  readonly token: string;
  readonly setup: ProviderSetup;
  readonly onSaved: (setup: ProviderSetup) => void;
}

/** What the company's provider is, and which domains are the company's. */
export function SettingsForm({ token, setup, onSaved }: SettingsFormProps) {
  const { t } = useTranslation('admin');
  const { protocol, saml, oidc, oauth2, version } = setup;
  const [imported, setImported] = useState<Partial<NonNullable<typeof saml>>>({});
  const form = useForm({
    initialValues: {
      entityId: saml?.entityId ?? '',
      signOnUrl: saml?.signOnUrl ?? '',
      issuer: oidc?.issuer ?? '',
      authorizationUrl: oauth2?.authorizationUrl ?? '',
      tokenUrl: oauth2?.tokenUrl ?? '',
      userinfoUrl: oauth2?.userinfoUrl ?? '',
      clientId: (oidc ?? oauth2)?.clientId ?? '',
      certificates: saml?.certificates.join('\n') ?? '',
      clientSecret: '',
      domains: setup.domainClaims.map(({ domain }) => domain),
    },
  });
  const saving = useSave({
    fields: ['domains'],
    setErrors: form.setErrors,
    save(values: typeof form.values) {
      const secret = values.clientSecret === '' ? {} : { clientSecret: values.clientSecret };
      const { entityId, signOnUrl, issuer, clientId, authorizationUrl, tokenUrl, userinfoUrl } = values;
      const body = { version, domains: values.domains };
      const { hasClientSecret: _o, ...oidcBefore } = oidc ?? { hasClientSecret: false };
      const { hasClientSecret: _p, ...oauth2Before } = oauth2 ?? { hasClientSecret: false };
      const settings = {
        saml: {
          saml: { ...saml, ...imported, entityId, signOnUrl, certificates: pemsIn(values.certificates) },
        },
        oidc: { oidc: { ...oidcBefore, issuer, clientId, ...secret } },
        oauth2: {
          oauth2: { ...oauth2Before, authorizationUrl, tokenUrl, userinfoUrl, clientId, ...secret },
        },
      }[protocol];
      return answer(api.PUT(path, { params: { path: { token } }, body: { ...body, ...settings } }));
    },
    onSaved(saved) {
      tellDone(t('providerSetup.saved'));
      onSaved(saved);
    },
  });
  return (
    <Section title={t('providerSetup.yours')}>
      {protocol === 'saml' ? (
        <ReadMetadata
          token={token}
          onRead={(settings) => {
            setImported(settings);
            form.setValues({
              entityId: settings.entityId,
              signOnUrl: settings.signOnUrl,
              certificates: settings.certificates.join('\n'),
            });
          }}
        />
      ) : null}
      <form ref={saving.form} onSubmit={form.onSubmit(saving.save)} noValidate>
        <Stack gap="md">
          {fieldsOf[protocol].map((name) => (
            <TextInput key={name} label={t(`providerSetup.${name}`)} {...form.getInputProps(name)} />
          ))}
          {protocol === 'saml' ? (
            <Textarea
              label={t('providerSetup.certificates')}
              description={t('providerSetup.certificatesHelp')}
              autosize
              minRows={3}
              maxRows={10}
              {...form.getInputProps('certificates')}
            />
          ) : (
            <PasswordInput
              label={t('providerSetup.clientSecret')}
              description={(oidc ?? oauth2)?.hasClientSecret ? t('providerSetup.secretKept') : undefined}
              autoComplete="off"
              {...form.getInputProps('clientSecret')}
            />
          )}
          <DomainsInput
            description={t('providerSetup.domains')}
            value={form.values.domains}
            onChange={(domains) => form.setFieldValue('domains', domains)}
            error={form.errors['domains']}
          />
          <FormProblem problem={saving.problem} />
          <Group>
            <Button type="submit" loading={saving.isSaving}>
              {t('providerSetup.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

function readAt(token: string, url: string) {
  return answer(api.POST(`${path}/metadata-preview`, { params: { path: { token } }, body: { url } }));
}

interface ReadMetadataProps {
  readonly token: string;
  readonly onRead: (settings: Awaited<ReturnType<typeof readAt>>['settings']) => void;
}

function ReadMetadata({ token, onRead }: ReadMetadataProps) {
  const { t } = useTranslation('admin');
  const errorText = useErrorText();
  const [url, setUrl] = useState('');
  const read = useMutation({
    mutationFn: () => readAt(token, url),
    onSuccess: ({ settings }) => onRead(settings),
    onError: (error) => tellFailure(t('providerSetup.metadata'), errorText(error)),
  });
  return (
    <Group align="end" gap="sm">
      <TextInput
        flex={1}
        label={t('providerSetup.metadata')}
        description={t('providerSetup.metadataHelp')}
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <Button
        variant="default"
        disabled={url.trim() === ''}
        loading={read.isPending}
        onClick={() => read.mutate()}
      >
        {t('providerSetup.read')}
      </Button>
    </Group>
  );
}

/** The certificates in a text, each as it stands there. */
function pemsIn(text: string): string[] {
  return text
    .split(/(?<=-----END CERTIFICATE-----)/)
    .map((pem) => pem.trim())
    .filter(Boolean);
}
