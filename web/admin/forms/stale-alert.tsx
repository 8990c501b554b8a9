import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useErrorText } from '../../kit/components/states.tsx';

interface StaleAlertProps {
  readonly title: string;
  /** who changed what and when, in the server's words */
  readonly text: string;
  readonly advice: string;
  readonly action: string;
  readonly onTake: () => Promise<void>;
}

/** Says that someone else saved first, and offers to bring the form up to date without losing what was typed. */
export function StaleAlert({ title, text, advice, action, onTake }: StaleAlertProps) {
  const errorText = useErrorText();
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => alert.current?.focus(), []);
  const { mutate, isPending, error } = useMutation({ mutationFn: onTake });
  return (
    <Alert ref={alert} tabIndex={-1} role="alert" color="yellow" title={title}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{text}</Text>
        <Text size="sm">{advice}</Text>
        {error ? (
          <Text size="sm" c="var(--mantine-color-error)">
            {errorText(error)}
          </Text>
        ) : null}
        <Button size="xs" loading={isPending} onClick={() => mutate()}>
          {action}
        </Button>
      </Stack>
    </Alert>
  );
}
