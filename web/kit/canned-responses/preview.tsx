import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading, useErrorText } from '../components/states.tsx';
import { type AdfDocument, asDocument, emptyDocument } from '../rich-text/adf.ts';
import { RichText } from '../rich-text/rich-text.tsx';
import { previewCannedResponse } from './canned-queries.ts';
import classes from './canned-responses.module.css';

/** What a canned response would say, with an example of a request. */
export function Preview({ deskId, body }: { deskId: string; body: AdfDocument }) {
  const { t } = useTranslation('canned');
  const errorText = useErrorText();
  const { data, error } = useQuery({
    queryKey: ['desk', deskId, 'canned-preview', body],
    queryFn: () => previewCannedResponse(deskId, body),
    gcTime: 0,
    retry: false,
  });
  return (
    <>
      <Text size="sm" c="dimmed" mb={4}>
        {t('dialog.previewHelp')}
      </Text>
      <div className={classes['preview']}>
        {error ? (
          <Alert color="red" role="alert">
            {errorText(error)}
          </Alert>
        ) : data ? (
          <RichText document={asDocument(data.document) ?? emptyDocument} />
        ) : (
          <Loading lines={3} />
        )}
      </div>
    </>
  );
}
