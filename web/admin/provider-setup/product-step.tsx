import { Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { tellFailure } from '../../kit/notices.ts';
import { classNames } from '../../kit/plain/class-names.ts';
import { instructionsOf, presetOf, presets } from '../sign-in/presets/presets.ts';
import wizard from '../sign-in/wizard/wizard.module.css';
import classes from './provider-setup-page.module.css';
import { fillIn, useShowSetup } from './setup-query.ts';
import type { StepProps } from './setup-step.ts';
import { StepTitle } from './step-title.tsx';
import { useLookAgain } from './use-look-again.ts';

/** Which product the company uses: the instructions and the usual names of attributes follow from it. */
export function ProductStep({ token, setup, onDone }: StepProps) {
  const { t } = useTranslation('admin');
  const errorText = useErrorText();
  const show = useShowSetup(token);
  const lookAgain = useLookAgain(token);
  const { protocol, siteName: site } = setup;
  const chosen = presetOf(setup.preset, protocol);
  const choose = useMutation({
    mutationFn: (preset: string) => fillIn(token, setup, { preset }),
    onSuccess(saved) {
      show(saved);
      onDone();
    },
    onError(error) {
      lookAgain(error);
      tellFailure(t('providerSetup.product.failed'), errorText(error));
    },
  });
  return (
    <Paper p="lg">
      <Stack gap="md">
        <div>
          <StepTitle>{t('providerSetup.product.title')}</StepTitle>
          <Text c="dimmed" size="sm" maw="44rem">
            {t('providerSetup.product.help', { site, protocol: t(`signIn.${protocol}`) })}
          </Text>
        </div>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
          {presets
            .filter((preset) => instructionsOf(preset, protocol))
            .map(({ id, name }) => (
              <button
                key={id}
                type="button"
                className={classNames(wizard['preset'], classes['product'])}
                aria-pressed={id === chosen.id}
                disabled={choose.isPending}
                onClick={() => (id === setup.preset ? onDone() : choose.mutate(id))}
              >
                <strong>{name}</strong>
                {id === chosen.id ? (
                  <IconCircleCheck size={20} aria-hidden="true" className={classes['check']} />
                ) : null}
              </button>
            ))}
        </SimpleGrid>
        <Group>
          <Button onClick={onDone} loading={choose.isPending}>
            {t('providerSetup.goOn')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
