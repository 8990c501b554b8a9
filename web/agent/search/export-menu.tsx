import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface ExportMenuProps {
  readonly jql: string;
  readonly columnIds: readonly string[];
}

/** Takes what was found along as a file. */
export function ExportMenu({ jql, columnIds }: ExportMenuProps) {
  const { t } = useTranslation('search');
  const addressOf = (fields: readonly string[]) => {
    const asked = new URLSearchParams({ jql });
    if (fields.length > 0) asked.set('fields', fields.join(','));
    return `/rest/portico/1/search/export?${asked.toString()}`;
  };
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconDownload size={16} aria-hidden="true" />}>
          {t('export.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={addressOf(columnIds)} download>
          {t('export.shown')}
        </Menu.Item>
        <Menu.Item component="a" href={addressOf([])} download>
          {t('export.all')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
