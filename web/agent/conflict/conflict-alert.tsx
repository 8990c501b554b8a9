import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface ConflictAlertProps {
  /** what changed meanwhile */
  readonly messages: readonly string[];
  /** what the person wanted */
  readonly action: string;
  readonly onAnyway: () => void;
  readonly onLeave: () => void;
}

/** Says what changed while someone looked at an older state, and asks whether their change is still wanted. */
export function ConflictAlert({ messages, action, onAnyway, onLeave }: ConflictAlertProps) {
  const { t } = useTranslation('agent');
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    alert.current?.focus();
    alert.current?.scrollIntoView({ block: 'nearest' });
    // when it goes, the focus must not go with it
    return () => document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, []);
  return (
    <Alert
      ref={alert}
      tabIndex={-1}
      role="alert"
      color="yellow"
      icon={<IconArrowsDiff aria-hidden="true" />}
      title={t('conflict.title')}
    >
      <Stack gap="sm">
        <List size="sm">
          {messages.map((message) => (
            <List.Item key={message}>{message}</List.Item>
          ))}
        </List>
        <Text size="sm">{t('conflict.text')}</Text>
        <Group gap="xs">
          <Button size="xs" onClick={onAnyway}>
            {t('conflict.anyway', { action })}
          </Button>
          <Button size="xs" variant="default" onClick={onLeave}>
            {t('conflict.leave')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
