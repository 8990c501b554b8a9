import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { tellDone } from '../../../kit/notices.ts';
import { ConfirmAct } from '../../forms/confirm-act.tsx';
import { endRetiringCertificate, metadataQuery, readAnew } from './metadata-queries.ts';

interface EndCertificateProps {
  readonly providerId: string;
  readonly fingerprint: string;
  /** until when it would stay in force, in words */
  readonly until: string;
}

/** Takes a certificate out of force now that would stay beside the new ones for a while. */
export function EndCertificate({ providerId, fingerprint, until }: EndCertificateProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  const [isAsking, asking] = useDisclosure(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={asking.open}>
        {t('metadata.certificates.end')}
      </Button>
      {isAsking ? (
        <ConfirmAct
          title={t('metadata.certificates.endTitle')}
          submit={t('metadata.certificates.end')}
          isDanger
          act={async () => {
            const state = await endRetiringCertificate(providerId, fingerprint);
            queries.setQueryData(metadataQuery(providerId).queryKey, state);
            await readAnew(queries, providerId);
          }}
          onCancel={asking.close}
          onDone={() => tellDone(t('metadata.certificates.ended'))}
        >
          <p>{t('metadata.certificates.endText', { date: until })}</p>
        </ConfirmAct>
      ) : null}
    </>
  );
}
