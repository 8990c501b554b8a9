import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../kit/api/client.ts';
import log from '../sign-in/log/log.module.css';
import { CertificateTable } from '../sign-in/metadata/certificate-table.tsx';
import type { ProviderValues } from '../sign-in/provider-values.ts';
import { type MetadataContent, MetadataReader } from '../sign-in/wizard/metadata-reader.tsx';

interface ReadMetadataProps {
  readonly token: string;
  readonly url: string;
  readonly onRead: (settings: Partial<ProviderValues>) => void;
}

/** Reads the company's metadata by address, file or paste, and shows what is in it before it is used. */
export function ReadMetadata({ token, url, onRead }: ReadMetadataProps) {
  return (
    <MetadataReader
      url={url}
      onRead={onRead}
      read={(body) =>
        answer(
          api.POST('/rest/portico/1/provider-setup/{token}/metadata-preview', {
            params: { path: { token } },
            body,
          }),
        )
      }
      preview={(found, use) => <Preview found={found} onUse={use} />}
    />
  );
}

function Preview({ found, onUse }: { found: MetadataContent; onUse: () => void }) {
  const { t } = useTranslation('admin');
  const { settings, certificates, notes } = found;
  const facts = { entityId: settings.entityId, signOnUrl: settings.signOnUrl, logoutUrl: settings.logoutUrl };
  return (
    <Stack gap="sm" component="section" aria-label={t('providerSetup.preview.title')}>
      <Text fw={600} role="status">
        {t('providerSetup.preview.title')}
      </Text>
      <dl className={log['facts']}>
        {(['entityId', 'signOnUrl', 'logoutUrl'] as const).map((name) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{t(`providerSetup.preview.${name}`)}</dt>
            <dd>{facts[name] ?? t('providerSetup.preview.none')}</dd>
          </div>
        ))}
      </dl>
      <CertificateTable label={t('providerSetup.preview.certificates')} certificates={certificates} />
      {notes.length > 0 ? <Text size="sm">{notes.join(' ')}</Text> : null}
      <Group>
        <Button onClick={onUse}>{t('providerSetup.preview.use')}</Button>
      </Group>
    </Stack>
  );
}
