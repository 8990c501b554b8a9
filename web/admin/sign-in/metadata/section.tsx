import { Paper, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

/** A part of the page with a heading and what it is for. */
export function Section({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  const id = useId();
  return (
    <Paper p="lg" component="section" aria-labelledby={id}>
      <Stack gap="md">
        <div>
          <Title order={2} size="h4" id={id}>
            {title}
          </Title>
          {help ? (
            <Text size="sm" c="dimmed" maw="44rem">
              {help}
            </Text>
          ) : null}
        </div>
        {children}
      </Stack>
    </Paper>
  );
}
