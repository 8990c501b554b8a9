import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Cell, ResponsiveTable } from '../../lists/responsive-table.tsx';
import classes from './metadata.module.css';
import { Validity } from './validity.tsx';

interface ShownCertificate {
  readonly fingerprint: string;
  readonly subject: string;
  readonly notAfter: string;
  readonly keyBits: number;
  /** what becomes of it, such as that it is new */
  readonly mark?: { readonly text: string; readonly color: string };
  readonly note?: ReactNode;
  /** what can be done about it */
  readonly action?: ReactNode;
}

/** Certificates by what people tell them apart by: name, how long they are good for, fingerprint. */
export function CertificateTable({
  label,
  certificates,
}: {
  label: string;
  certificates: readonly ShownCertificate[];
}) {
  const { t } = useTranslation('admin');
  const columns = {
    subject: t('metadata.certificates.columns.subject'),
    expiry: t('metadata.certificates.columns.expiry'),
    fingerprint: t('metadata.certificates.columns.fingerprint'),
  };
  return (
    <ResponsiveTable label={label} columns={Object.values(columns)}>
      {certificates.map(({ fingerprint, subject, notAfter, keyBits, mark, note, action }) => (
        <tr key={fingerprint}>
          <Cell>
            <span className={classes['value']}>{subject || t('metadata.certificates.unnamed')}</span>{' '}
            {mark ? <Badge color={mark.color}>{mark.text}</Badge> : null}
            <span className={classes['second']}>{t('metadata.certificates.bits', { bits: keyBits })}</span>
            {note ? <span className={classes['second']}>{note}</span> : null}
            {action ? <span className={classes['action']}>{action}</span> : null}
          </Cell>
          <Cell label={columns.expiry}>
            <Validity notAfter={notAfter} />
          </Cell>
          <Cell label={columns.fingerprint}>
            <span className={classes['fingerprint']}>{fingerprint}</span>
          </Cell>
        </tr>
      ))}
    </ResponsiveTable>
  );
}
