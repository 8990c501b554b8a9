import { Menu, Text } from '@mantine/core';
import { IconDownload, IconFileTypeCsv, IconJson } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeZone } from '../../kit/components/time.tsx';
import { Button } from '../../kit/plain/button.tsx';
import { type AuditSearch, exportAddress } from './audit-search.ts';

/** Saves what fits the filters as a file. */
export function ExportMenu({ search }: { search: AuditSearch }) {
  const { t } = useTranslation('admin');
  const timeZone = useTimeZone();
  // of the moment at which the menu was opened
  const [now, setNow] = useState(() => new Date());
  const address = (format: 'csv' | 'json') => exportAddress(format, search, now, timeZone);
  return (
    <Menu position="bottom-end" shadow="md" width={260} onOpen={() => setNow(new Date())}>
      <Menu.Target>
        <Button size="sm" icon={<IconDownload size={16} aria-hidden="true" />}>
          {t('audit.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component="a"
          href={address('csv')}
          leftSection={<IconFileTypeCsv size={18} aria-hidden="true" />}
        >
          {t('audit.exportCsv')}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={address('json')}
          leftSection={<IconJson size={18} aria-hidden="true" />}
        >
          {t('audit.exportJson')}
        </Menu.Item>
        <Text size="xs" c="dimmed" p="xs">
          {t('audit.exportHelp')}
        </Text>
      </Menu.Dropdown>
    </Menu>
  );
}
