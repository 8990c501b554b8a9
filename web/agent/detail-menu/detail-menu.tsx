import { Button, Loader, Menu, Text, VisuallyHidden } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import classes from './detail-menu.module.css';

interface DetailMenuProps {
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  /** what the button does, for those who do not see it */
  readonly action: string;
  /** of what is opened */
  readonly label: string;
  /** what is chosen now */
  readonly chosen: ReactNode;
  readonly width: number;
  readonly isPending: boolean;
  readonly isSmall?: boolean;
  /** why there is nothing to choose from */
  readonly problem?: string | null;
  /** the choices; null while they are loaded */
  readonly children: ReactNode;
}

/** A detail of a request as a button that opens what it can become. */
export function DetailMenu(props: DetailMenuProps) {
  const {
    opened,
    onChange,
    action,
    label,
    chosen,
    width,
    isPending,
    isSmall = false,
    problem,
    children,
  } = props;
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Menu
      opened={opened}
      onChange={onChange}
      position="bottom-start"
      width={width}
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
          size={isSmall ? 'xs' : 'sm'}
          className={classes['target'] ?? ''}
          aria-busy={isPending}
          rightSection={<IconChevronDown size={isSmall ? 14 : 16} aria-hidden="true" />}
        >
          <VisuallyHidden>{action} </VisuallyHidden>
          {chosen}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {problem ? (
          <Text size="sm" p="xs" role="alert">
            {problem}
          </Text>
        ) : (
          (children ?? <Loader size="sm" m="sm" />)
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
