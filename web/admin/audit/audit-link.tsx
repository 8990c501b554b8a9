import { Button } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

interface AuditLinkProps {
  /** what the entries are about, type:id, with commas between them */
  readonly object: string;
}

/** From a thing's own page to all that the audit log holds about it. */
export function AuditLink({ object }: AuditLinkProps) {
  const { t } = useTranslation('admin');
  return (
    <Button
      variant="subtle"
      size="sm"
      leftSection={<IconListDetails size={16} aria-hidden="true" />}
      renderRoot={(props) => <Link {...props} to="/admin/audit" search={{ object }} />}
    >
      {t('audit.link')}
    </Button>
  );
}
