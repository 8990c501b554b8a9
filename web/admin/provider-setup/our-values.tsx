import { Anchor, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../forms/copy-field.tsx';
import type { ProviderSetup } from './setup-query.ts';

/** What the company's provider must be told of us, to be copied or downloaded. */
export function OurValues({ ours }: { ours: ProviderSetup['ours'] }) {
  const { t } = useTranslation('admin');
  const { saml, oidc } = ours;
  return (
    <Stack gap="md">
      {saml ? (
        <>
          <CopyField label={t('signIn.acsUrl')} value={saml.acsUrl} />
          <CopyField label={t('signIn.ourEntityId')} value={saml.entityId} />
          <CopyField
            label={t('signIn.metadataUrl')}
            value={saml.metadataUrl}
            description={
              <>
                {t('signIn.metadataHelp')}{' '}
                <Anchor href={saml.metadataUrl} download="metadata.xml" fz="inherit" underline="always">
                  {t('providerSetup.there.download')}
                </Anchor>
              </>
            }
          />
          <CopyField label={t('signIn.logoutUrlOurs')} value={saml.logoutUrl} />
        </>
      ) : null}
      {oidc ? (
        <>
          <CopyField label={t('signIn.redirectUri')} value={oidc.redirectUri} />
          <CopyField label={t('signIn.postLogoutRedirectUri')} value={oidc.postLogoutRedirectUri} />
          <CopyField label={t('signIn.backchannelLogoutUri')} value={oidc.backchannelLogoutUri} />
        </>
      ) : null}
    </Stack>
  );
}
