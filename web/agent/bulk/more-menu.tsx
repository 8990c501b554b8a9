import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainAct } from './act-dialog.tsx';
import { mayDeleteQuery } from './bulk-queries.ts';

interface MoreMenuProps {
  /** one of the requests that are selected */
  readonly requestKey: string;
  readonly onChoose: (act: PlainAct) => void;
}

/** What else can be done to many requests. */
export function MoreMenu({ requestKey, onChoose }: MoreMenuProps) {
  const { t } = useTranslation('agent');
  const [isOpen, setIsOpen] = useState(false);
  const mayDelete = useQuery({ ...mayDeleteQuery(requestKey), enabled: isOpen }).data ?? false;
  return (
    <Menu
      position="top-end"
      shadow="md"
      opened={isOpen}
      onChange={setIsOpen}
      portalProps={{ target: '#main' }}
    >
      <Menu.Target>
        <Button size="sm" variant="default" rightSection={<IconChevronDown size={16} aria-hidden="true" />}>
          {t('bulk.actions.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChoose('watch')}>{t('bulk.actions.watch')}</Menu.Item>
        <Menu.Item onClick={() => onChoose('unwatch')}>{t('bulk.actions.unwatch')}</Menu.Item>
        {mayDelete ? (
          <Menu.Item color="red" onClick={() => onChoose('delete')}>
            {t('bulk.actions.delete')}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
