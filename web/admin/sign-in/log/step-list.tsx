import { Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../kit/plain/class-names.ts';
import { VisuallyHidden } from '../../../kit/plain/visually-hidden.tsx';
import { signInLog } from './en.ts';
import classes from './log.module.css';
import type { Step } from './log-queries.ts';

const icons = { passed: IconCircleCheck, failed: IconCircleX, skipped: IconCircleDashed };

const names: Readonly<Record<string, string>> = signInLog.steps.names;

/** The checks of a sign-in in their order, each with how it went and what was found. */
export function StepList({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation('admin');
  if (steps.length === 0) return <Text size="sm">{t('signInLog.steps.none')}</Text>;
  return (
    <ol className={classes['steps']}>
      {steps.map(({ name, outcome, detail }, index) => {
        const Icon = icons[outcome];
        return (
          <li key={`${index.toString()}-${name}`} className={classNames(classes['step'], classes[outcome])}>
            <Icon size={20} aria-hidden="true" />
            <div>
              <span className={classes['name']}>{names[name] ?? name}</span>
              <VisuallyHidden>: {t(`signInLog.steps.${outcome}`)}</VisuallyHidden>
              {detail === null ? null : <span className={classes['detail']}>{detail}</span>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
