import type { ComponentProps, ReactNode } from 'react';
import { classNames } from '../plain/class-names.ts';
import { type Move, SortHandle } from './sort-handle.tsx';
import classes from './sorting.module.css';
import { useSortable } from './use-sortable.ts';

interface SortableItemProps extends Omit<ComponentProps<'li'>, 'children' | 'onDrop' | 'ref' | 'id'> {
  readonly kind: string;
  readonly id: string;
  /** of the handle, such as "Move Impact" */
  readonly handleLabel: string;
  readonly moves: readonly Move[];
  readonly takes?: (draggedId: string) => boolean;
  readonly onDropped: (draggedId: string, side: 'before' | 'after') => void;
  /** what stands beside the handle */
  readonly children: (handle: ReactNode) => ReactNode;
}

/** An entry of a list that is put into order by dragging or by its handle's menu. */
export function SortableItem(props: SortableItemProps) {
  const { kind, id, handleLabel, moves, takes, onDropped, children, className, ...rest } = props;
  const { item, handle, isDragged, edge } = useSortable<HTMLLIElement>({
    kind,
    id,
    onDrop: onDropped,
    ...(takes && { takes }),
  });
  return (
    <li
      {...rest}
      ref={item}
      className={classNames(classes['sortable'], className)}
      data-dragged={isDragged || undefined}
      data-edge={edge ?? undefined}
    >
      {children(<SortHandle id={id} label={handleLabel} moves={moves} ref={handle} />)}
    </li>
  );
}
