import { Button, Loader, Menu, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowRight, IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../kit/components/states.tsx';
import { StatusBadge } from '../../kit/components/status-badge.tsx';
import classes from './status-menu.module.css';
import { type Transition, transitionsQuery } from './transitions.ts';

interface StatusMenuProps {
  readonly requestKey: string;
  readonly status: { readonly name: string; readonly statusCategory: { readonly key: string } };
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  readonly onChoose: (transition: Transition) => void;
  readonly isPending: boolean;
}

/** The status as a button that opens the ways on from it. */
export function StatusMenu({ requestKey, status, opened, onChange, onChoose, isPending }: StatusMenuProps) {
  const { t } = useTranslation('agent');
  const errorText = useErrorText();
  const button = useRef<HTMLButtonElement>(null);
  // read before it is opened, so that it opens complete
  const { data, error } = useQuery(transitionsQuery(requestKey));
  return (
    <Menu
      opened={opened}
      onChange={onChange}
      position="bottom-start"
      width={280}
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
          color="gray"
          className={classes['target'] ?? ''}
          aria-busy={isPending}
          rightSection={<IconChevronDown size={16} aria-hidden="true" />}
        >
          <VisuallyHidden>{t('status.change')} </VisuallyHidden>
          <StatusBadge name={status.name} category={status.statusCategory.key} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('status.choose')}>
        {error ? (
          <Text size="sm" p="xs" role="alert">
            {t('status.failedLoad')} {errorText(error)}
          </Text>
        ) : !data ? (
          <Loader size="sm" m="sm" />
        ) : data.length === 0 ? (
          <Text size="sm" p="xs">
            {t('status.none')}
          </Text>
        ) : (
          data.map((transition) => (
            <Menu.Item key={transition.id} onClick={() => onChoose(transition)}>
              <span className={classes['item']}>
                <span>{transition.name}</span>
                <span className={classes['to']}>
                  <IconArrowRight size={14} aria-hidden="true" />
                  <StatusBadge name={transition.to.name} category={transition.to.statusCategory.key} />
                </span>
              </span>
            </Menu.Item>
          ))
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
