import { Button, FileButton, Group, Input } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../kit/api/client.ts';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellDone, tellFailure } from '../../kit/notices.ts';
import classes from './logo-input.module.css';
import { type Provider, providerQuery } from './provider-queries.ts';

/** The picture beside a provider's button. It is saved when it is chosen: it is no part of the form around it. */
export function LogoInput({ provider }: { provider: Provider }) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const errorText = useErrorText();
  const resetFile = useRef<() => void>(null);
  const params = { path: { id: provider.id } };

  async function done(message: string) {
    tellDone(message);
    await Promise.all([
      queries.invalidateQueries({ queryKey: providerQuery(provider.id).queryKey }),
      queries.invalidateQueries({ queryKey: ['identity-providers'] }),
    ]);
  }
  const onError = (error: unknown) => tellFailure(t('signInButtons.logo.failed'), errorText(error));
  const upload = useMutation({
    mutationFn: (file: File) =>
      answer(
        api.PUT('/rest/portico/1/identity-provider/{id}/logo', {
          params,
          headers: { 'content-type': 'application/octet-stream' },
          // the description of the API knows of JSON bodies only
          body: file as never,
          bodySerializer: (body: unknown) => body as File,
        }),
      ),
    onSuccess: () => done(t('signInButtons.logo.saved')),
    onError,
    // the same file may be chosen again
    onSettled: () => resetFile.current?.(),
  });
  const removal = useMutation({
    mutationFn: () => answer(api.DELETE('/rest/portico/1/identity-provider/{id}/logo', { params })),
    onSuccess: () => done(t('signInButtons.logo.removed')),
    onError,
  });

  return (
    <Input.Wrapper
      label={t('signInButtons.logo.label')}
      description={t('signInButtons.logo.help')}
      labelElement="div"
    >
      <Group gap="sm" mt={6}>
        {provider.logoUrl ? (
          <img
            className={classes['logo']}
            src={provider.logoUrl}
            alt={t('signInButtons.logo.alt', { name: provider.name })}
            width={48}
            height={48}
          />
        ) : null}
        <FileButton
          resetRef={resetFile}
          accept="image/png,image/jpeg,image/webp,image/gif"
          onChange={(file) => file && upload.mutate(file)}
        >
          {(props) => (
            <Button {...props} variant="default" size="sm" loading={upload.isPending}>
              {t(provider.logoUrl ? 'signInButtons.logo.change' : 'signInButtons.logo.choose')}
            </Button>
          )}
        </FileButton>
        {provider.logoUrl ? (
          <Button
            variant="subtle"
            color="gray"
            size="sm"
            loading={removal.isPending}
            onClick={() => removal.mutate()}
          >
            {t('signInButtons.logo.remove')}
          </Button>
        ) : null}
      </Group>
    </Input.Wrapper>
  );
}
