import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import {
  attachClosestEdge,
  type Edge,
  extractClosestEdge,
} from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { type RefObject, useEffect, useRef, useState } from 'react';

/** What is dragged: its id, among the things of one kind. */
interface Dragged {
  readonly kind: string;
  readonly id: string;
}

function draggedIn(data: Record<string | symbol, unknown>): Dragged {
  return { kind: String(data['kind']), id: String(data['id']) };
}

interface SortableOptions extends Dragged {
  /** whether what is dragged may be let go at this one; absent: anything of the kind may */
  readonly takes?: (draggedId: string) => boolean;
  /** something was let go before or after this one */
  readonly onDrop: (draggedId: string, side: 'before' | 'after') => void;
}

interface Sortable<Item extends HTMLElement> {
  /** of the element that is dragged as a whole, and beside which others are let go */
  readonly item: RefObject<Item | null>;
  /** of what it is held by */
  readonly handle: RefObject<HTMLButtonElement | null>;
  readonly isDragged: boolean;
  /** where a line shows that what is dragged would land */
  readonly edge: Edge | null;
}

/** One entry of a list that is put into order by dragging. Give it a `SortHandle`, by which it is moved without a mouse, too. */
export function useSortable<Item extends HTMLElement>(options: SortableOptions): Sortable<Item> {
  const { kind, id } = options;
  const item = useRef<Item>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const latest = useRef(options);
  const [isDragged, setIsDragged] = useState(false);
  const [edge, setEdge] = useState<Edge | null>(null);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const element = item.current;
    const dragHandle = handle.current;
    if (!element || !dragHandle) return;
    return combine(
      draggable({
        element,
        dragHandle,
        getInitialData: () => ({ kind, id }),
        onDragStart: () => setIsDragged(true),
        onDrop: () => setIsDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop({ source }) {
          const dragged = draggedIn(source.data);
          if (dragged.kind !== kind || dragged.id === id) return false;
          return latest.current.takes?.(dragged.id) ?? true;
        },
        getData: ({ input, element: over }) =>
          attachClosestEdge({}, { element: over, input, allowedEdges: ['top', 'bottom'] }),
        onDrag({ self, location }) {
          const isInnermost = location.current.dropTargets[0]?.element === element;
          setEdge(isInnermost ? extractClosestEdge(self.data) : null);
        },
        onDragLeave: () => setEdge(null),
        onDrop({ self, source, location }) {
          setEdge(null);
          if (location.current.dropTargets[0]?.element !== element) return;
          const side = extractClosestEdge(self.data) === 'top' ? 'before' : 'after';
          latest.current.onDrop(draggedIn(source.data).id, side);
        },
      }),
    );
  }, [kind, id]);
  return { item, handle, isDragged, edge };
}

interface DropAreaOptions {
  readonly kind: string;
  readonly takes?: (draggedId: string) => boolean;
  readonly onDrop: (draggedId: string) => void;
}

/** A place where things of a kind are let go beside no other, such as an empty list. */
export function useDropArea<Area extends HTMLElement>(options: DropAreaOptions) {
  const { kind } = options;
  const area = useRef<Area>(null);
  const latest = useRef(options);
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    return dropTargetForElements({
      element,
      canDrop({ source }) {
        const dragged = draggedIn(source.data);
        return dragged.kind === kind && (latest.current.takes?.(dragged.id) ?? true);
      },
      onDrag: ({ location }) => setIsOver(location.current.dropTargets[0]?.element === element),
      onDragLeave: () => setIsOver(false),
      onDrop({ source, location }) {
        setIsOver(false);
        if (location.current.dropTargets[0]?.element !== element) return;
        latest.current.onDrop(draggedIn(source.data).id);
      },
    });
  }, [kind]);
  return { area, isOver };
}

/** Something that is dragged into a list, and stays where it is. */
export function useDragSource<Item extends HTMLElement>({
  kind,
  id,
  isOff = false,
}: Dragged & { readonly isOff?: boolean }) {
  const item = useRef<Item>(null);
  const [isDragged, setIsDragged] = useState(false);
  useEffect(() => {
    const element = item.current;
    if (!element || isOff) return;
    return draggable({
      element,
      getInitialData: () => ({ kind, id }),
      onDragStart: () => setIsDragged(true),
      onDrop: () => setIsDragged(false),
    });
  }, [kind, id, isOff]);
  return { item, isDragged };
}
