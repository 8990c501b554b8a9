import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../../kit/components/states.tsx';
import { useTimeZone } from '../../../kit/components/time.tsx';
import { Note } from '../../../kit/plain/note.tsx';
import { exactTime } from '../../../kit/time.ts';
import type { Provider } from '../provider-queries.ts';
import { CertificateTable } from './certificate-table.tsx';
import { EndCertificate } from './end-certificate.tsx';
import { HistorySection } from './history-section.tsx';
import { ImportSection } from './import-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { type Certificate, type MetadataState, metadataQuery } from './metadata-queries.ts';
import { ProviderWarnings } from './provider-warnings.tsx';
import { Section } from './section.tsx';
import { StateSection } from './state-section.tsx';
import { WaitingSection } from './waiting-section.tsx';

/** Certificates and metadata of a provider, and our own keys there. A provider of OpenID has keys of ours only, if any. */
export function MetadataTab({ provider }: { provider: Provider }) {
  const { t } = useTranslation('admin');
  const { authentication } = provider.oidc ?? provider.oauth2 ?? {};
  return (
    <Stack gap="lg">
      <ProviderWarnings providerId={provider.id} />
      {provider.protocol === 'saml' ? <SamlMetadata providerId={provider.id} /> : null}
      {provider.protocol === 'saml' || authentication === 'private_key_jwt' ? (
        <KeysSection providerId={provider.id} />
      ) : (
        <Section title={t('metadata.keys.title')}>
          <Note tone="info">{t('metadata.keys.none')}</Note>
        </Section>
      )}
    </Stack>
  );
}

function SamlMetadata({ providerId }: { providerId: string }) {
  const query = useQuery(metadataQuery(providerId));
  return query.data ? (
    <Sections providerId={providerId} state={query.data} />
  ) : (
    <QueryState query={query} lines={8} />
  );
}

function Sections({ providerId, state }: { providerId: string; state: MetadataState }) {
  const { t } = useTranslation('admin');
  return (
    <>
      {state.waiting ? <WaitingSection providerId={providerId} waiting={state.waiting} /> : null}
      <Section title={t('metadata.certificates.title')} help={t('metadata.certificates.help')}>
        <Certificates providerId={providerId} certificates={state.certificates} />
      </Section>
      <StateSection providerId={providerId} state={state} />
      <ImportSection key={state.url} providerId={providerId} url={state.url} />
      <HistorySection providerId={providerId} history={state.history} />
    </>
  );
}

interface CertificatesProps {
  readonly providerId: string;
  readonly certificates: readonly Certificate[];
}

function Certificates({ providerId, certificates }: CertificatesProps) {
  const { t, i18n } = useTranslation('admin');
  const timeZone = useTimeZone();
  const inWords = (time: string) => exactTime(new Date(time), i18n.language, timeZone);
  return (
    <CertificateTable
      label={t('metadata.certificates.title')}
      certificates={certificates.map((certificate) => ({
        ...certificate,
        ...(certificate.until !== null && {
          note: t('metadata.certificates.retiring', { date: inWords(certificate.until) }),
          action: (
            <EndCertificate
              providerId={providerId}
              fingerprint={certificate.fingerprint}
              until={inWords(certificate.until)}
            />
          ),
        }),
      }))}
    />
  );
}
