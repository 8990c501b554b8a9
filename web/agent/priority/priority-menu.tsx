import { Button, Loader, Menu, Text, VisuallyHidden } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import classes from './priority.module.css';
import { PriorityMark } from './priority-mark.tsx';
import { prioritiesQuery } from './priority-queries.ts';

/** A priority as requests have it. */
export interface Priority {
  readonly id: string;
  readonly name: string;
  readonly _portico: { readonly color: string };
}

interface PriorityMenuProps {
  readonly priority: Priority;
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly onChoose: (priority: Priority) => void;
  readonly isPending: boolean;
}

/** The priority as a button that opens the others. */
export function PriorityMenu({ priority, opened, onChange, onChoose, isPending }: PriorityMenuProps) {
  const { t } = useTranslation('agent');
  const errorText = useErrorText();
  const button = useRef<HTMLButtonElement>(null);
  const { data, error } = useQuery(prioritiesQuery);
  return (
    <Menu
      opened={opened}
      onChange={onChange}
      position="bottom-start"
      width={200}
      shadow="md"
      portalProps={{ target: '#main' }}
      withInitialFocusPlaceholder={false}
      menuItemTabIndex={0}
      returnFocus={false}
      onClose={() => button.current?.focus({ preventScroll: true })}
    >
      <Menu.Target>
        <Button
          ref={button}
          variant="default"
          size="xs"
          className={classes['target'] ?? ''}
          aria-busy={isPending}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          <VisuallyHidden>{t('priority.change')} </VisuallyHidden>
          <PriorityMark name={priority.name} color={priority._portico.color} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('priority.choose')}>
        {error ? (
          <Text size="sm" p="xs" role="alert">
            {errorText(error)}
          </Text>
        ) : !data ? (
          <Loader size="sm" m="sm" />
        ) : (
          data.map((each) => (
            <Menu.Item
              key={each.id}
              aria-current={each.id === priority.id || undefined}
              onClick={() => onChoose(each)}
            >
              <PriorityMark name={each.name} color={each._portico.color} />
            </Menu.Item>
          ))
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
