import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './customers.module.css';
import type { Customer } from './customers-queries.ts';

type State = Pick<Customer, 'isActive' | 'isLocked' | 'hasSecondFactor' | 'requiresSecondFactor'>;

/** What decides whether somebody can sign in: what hinders them first. */
export function SignInStates({ state }: { state: State }) {
  const { t } = useTranslation('agent');
  return (
    <div className={classes['states']}>
      {state.isActive ? null : <Badge color="red">{t('customers.states.deactivated')}</Badge>}
      {state.isLocked ? <Badge color="orange">{t('customers.states.locked')}</Badge> : null}
      {state.hasSecondFactor ? (
        <Badge color="green">{t('customers.states.factor')}</Badge>
      ) : state.requiresSecondFactor ? (
        <Badge color="blue">{t('customers.states.required')}</Badge>
      ) : (
        <Badge color="gray">{t('customers.states.none')}</Badge>
      )}
    </div>
  );
}
