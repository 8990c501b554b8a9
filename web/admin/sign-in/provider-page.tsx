import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../kit/components/states.tsx';
import { EditProvider } from './edit-provider.tsx';
import { NewProvider } from './new-provider.tsx';
import { providerQuery } from './provider-queries.ts';

/** /admin/sign-in/{id}: one provider, or with new-saml and new-oidc a new one. */
export function ProviderPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams({ strict: false });
  return (
    <Stack gap="md">
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/admin/sign-in" />}>
        ← {t('signIn.back')}
      </Anchor>
      {id === 'new-saml' ? (
        <NewProvider key={id} protocol="saml" />
      ) : id === 'new-oidc' ? (
        <NewProvider key={id} protocol="oidc" />
      ) : (
        <ExistingProvider key={id} id={id} />
      )}
    </Stack>
  );
}

function ExistingProvider({ id }: { id: string }) {
  const query = useQuery(providerQuery(id));
  return query.data ? <EditProvider provider={query.data} /> : <QueryState query={query} lines={8} />;
}
