import { Button } from '@mantine/core';
import { IconClock, IconLink, IconPaperclip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../shortcuts/shortcuts.tsx';
import classes from './request-page.module.css';

interface QuickActionsProps {
  readonly onAttach: () => void;
  readonly onLink: () => void;
  readonly onLogWork: () => void;
}

/** What can be added to a request, each with its key. */
export function QuickActions({ onAttach, onLink, onLogWork }: QuickActionsProps) {
  const { t } = useTranslation('agent');
  const group = t('shortcuts.request');
  const actions = [
    { keys: 'u', name: t('files.attachShort'), label: t('files.attach'), icon: IconPaperclip, run: onAttach },
    { keys: 'l', name: t('links.addShort'), label: t('links.add'), icon: IconLink, run: onLink },
    { keys: 'h', name: t('worklog.open'), label: t('worklog.open'), icon: IconClock, run: onLogWork },
  ];
  useShortcuts(actions.map(({ keys, label, run }) => ({ keys, group, label, run })));
  return (
    <div className={classes['actions']}>
      {actions.map(({ keys, name, label, icon: Icon, run }) => (
        <Button
          key={keys}
          variant="default"
          className={classes['action'] ?? ''}
          size="compact-sm"
          leftSection={<Icon size={15} aria-hidden="true" />}
          title={`${label} (${keys})`}
          onClick={run}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}
