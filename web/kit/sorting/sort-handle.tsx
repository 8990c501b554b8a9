import { ActionIcon, Menu } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import type { Ref } from 'react';
import { flushSync } from 'react-dom';
import '@mantine/core/styles/Menu.css';
import classes from './sorting.module.css';

/** One way in which an entry can be moved. */
export interface Move {
  readonly label: string;
  /** what does it at the handle, beside this menu */
  readonly key?: 'up' | 'down';
  readonly isOff?: boolean;
  readonly act: () => void;
}

interface SortHandleProps {
  readonly id: string;
  /** such as "Move Impact" */
  readonly label: string;
  readonly moves: readonly Move[];
  readonly ref: Ref<HTMLButtonElement>;
}

/**
 * What an entry of a list is held by: to be dragged, and as the way for all who do not drag, a menu of moves; Alt with the arrow
 * keys does the first ones at once.
 */
export function SortHandle({ id, label, moves, ref }: SortHandleProps) {
  function move({ act }: Move) {
    // at once, so that the next key is not lost when the entry is rendered anew in another list
    flushSync(act);
    focusHandle(id);
  }
  return (
    <Menu position="bottom-start" width="max-content" returnFocus>
      <Menu.Target>
        <ActionIcon
          ref={ref}
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={label}
          title={label}
          data-sort-handle={id}
          className={classes['handle'] ?? ''}
          onKeyDown={(event) => {
            if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
            event.preventDefault();
            event.stopPropagation();
            const key = event.key === 'ArrowUp' ? 'up' : 'down';
            const wanted = moves.find((each) => each.key === key);
            if (wanted && !wanted.isOff) move(wanted);
          }}
        >
          <IconGripVertical size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={classes['menu'] ?? ''}>
        {moves.map((each) => (
          <Menu.Item
            key={each.label}
            disabled={each.isOff ?? false}
            onClick={() => move(each)}
            rightSection={
              each.key ? (
                <kbd className={classes['key']}>{each.key === 'up' ? 'Alt ↑' : 'Alt ↓'}</kbd>
              ) : undefined
            }
          >
            {each.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Gives the focus to the handle of an entry: at once where it stands already, and when all else has settled. */
export function focusHandle(id: string): void {
  const focus = () => {
    const handle = document.querySelector<HTMLElement>(`[data-sort-handle="${CSS.escape(id)}"]`);
    if (!handle || handle === document.activeElement) return;
    handle.focus();
    handle.scrollIntoView({ block: 'nearest' });
  };
  focus();
  // two frames: React has put what is new into the page by then, and a menu has given its focus back
  requestAnimationFrame(() => requestAnimationFrame(focus));
}
