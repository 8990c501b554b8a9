import { Button, Group } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import wizard from '../sign-in/wizard/wizard.module.css';
import { DomainsStep } from './domains-step.tsx';
import { ProductStep } from './product-step.tsx';
import { SendStep } from './send-step.tsx';
import type { ProviderSetup } from './setup-query.ts';
import type { StepProps } from './setup-step.ts';
import { beginningStep, doneSteps, type StepId, stepIds } from './setup-steps.ts';
import { SidesStep } from './sides-step.tsx';
import { TestStep } from './test-step.tsx';

/** The steps of a set-up. The address says which one is open, so that loading the page again leads back to it. */
export function Steps({ token, setup }: { token: string; setup: ProviderSetup }) {
  const { t } = useTranslation('admin');
  const hash = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  const [beginning] = useState(() => beginningStep(setup, hash));
  const open = stepIds.find((id) => id === hash) ?? beginning;
  const next = stepIds[stepIds.indexOf(open) + 1];
  const done = doneSteps(setup);
  // By way of the router, so that what is typed and not saved is asked about.
  const goTo = (id: StepId) => void navigate({ to: '.', hash: id, resetScroll: false });
  const step: StepProps = { token, setup, onDone: () => next && goTo(next) };
  return (
    <>
      <nav aria-label={t('providerSetup.steps.label')}>
        <ol className={wizard['steps']}>
          {stepIds.map((id, index) => (
            <li key={id}>
              <button
                type="button"
                className={wizard['step']}
                aria-current={id === open ? 'step' : undefined}
                onClick={() => goTo(id)}
              >
                <span className={wizard['number']} data-done={done[id] || undefined}>
                  {done[id] ? (
                    <IconCheck size={16} role="img" aria-label={t('providerSetup.steps.done')} />
                  ) : (
                    index + 1
                  )}
                </span>
                {t(`providerSetup.steps.${id}`)}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {open === 'product' ? <ProductStep {...step} /> : null}
      {open === 'sides' ? <SidesStep {...step} /> : null}
      {open === 'domains' ? <DomainsStep {...step} /> : null}
      {open === 'test' ? <TestStep {...step} /> : null}
      {open === 'send' ? <SendStep {...step} /> : null}
      {next && (open === 'domains' || open === 'test') ? (
        <Group>
          <Button variant={done[open] ? 'filled' : 'default'} onClick={() => goTo(next)}>
            {t(done[open] ? 'providerSetup.goOn' : 'providerSetup.later')}
          </Button>
        </Group>
      ) : null}
    </>
  );
}
