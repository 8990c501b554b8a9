import { ActionIcon, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './editor.module.css';

interface PartProps {
  readonly title: string;
  readonly help: string;
  /** said while there is nothing */
  readonly empty: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
  /** ways to add something */
  readonly adding: ReactNode;
}

/** A part of a transition that is a list: conditions, fields of the screen, effects. */
export function Part({ title, help, empty, isEmpty, children, adding }: PartProps) {
  return (
    <section className={classes['part']} aria-label={title}>
      <div>
        <Text fw={600}>{title}</Text>
        <Text size="sm" c="dimmed">
          {isEmpty ? empty : help}
        </Text>
      </div>
      {children}
      <div className={classes['line']}>{adding}</div>
    </section>
  );
}

interface PartItemProps {
  /** what it is, to say what is removed */
  readonly name: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

/** An entry of a part, with the way to take it out. */
export function PartItem({ name, onRemove, children }: PartItemProps) {
  const { t } = useTranslation('admin');
  const label = t('workflows.transition.remove', { what: name });
  return (
    <div className={classes['item']}>
      <div className={classes['itemBody']}>{children}</div>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} title={label} onClick={onRemove}>
        <IconX size={18} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
