import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../forms/copy-field.tsx';
import type { Provider } from './provider-queries.ts';

const oidcNames = [
  'postLogoutRedirectUri',
  'backchannelLogoutUri',
  'frontchannelLogoutUri',
  'initiateLoginUri',
  'jwksUri',
] as const;

/** What the other side must be told of us, to be copied. */
export function OurValues({ provider }: { provider: Provider }) {
  const { t } = useTranslation('admin');
  const { saml, oidc } = provider.ours;
  return (
    <Paper p="lg" component="section" aria-labelledby="our-values">
      <Stack gap="md" maw="44rem">
        <div>
          <Title order={2} size="h4" id="our-values">
            {t('signIn.ours')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('signIn.oursHelp')}
          </Text>
        </div>
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
                  <Anchor
                    href={saml.metadataUrl}
                    target="_blank"
                    rel="noopener"
                    fz="inherit"
                    underline="always"
                  >
                    {t('signIn.openMetadata')}
                  </Anchor>
                </>
              }
            />
          </>
        ) : null}
        {oidc ? <CopyField label={t('signIn.redirectUri')} value={oidc.redirectUri} /> : null}
        <details>
          <summary>{t('signIn.moreOurs')}</summary>
          <Stack gap="md" mt="sm">
            {saml ? <CopyField label={t('signIn.logoutUrlOurs')} value={saml.logoutUrl} /> : null}
            {oidc && provider.protocol === 'oidc'
              ? oidcNames.map((name) => (
                  <CopyField key={name} label={t(`signIn.${name}`)} value={oidc[name]} />
                ))
              : null}
            {oidc && provider.protocol === 'oauth2' ? (
              <CopyField label={t('signIn.initiateLoginUri')} value={oidc.initiateLoginUri} />
            ) : null}
          </Stack>
        </details>
      </Stack>
    </Paper>
  );
}
