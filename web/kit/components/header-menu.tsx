import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { VisuallyHidden } from '../plain/visually-hidden.tsx';
import classes from './app-header.module.css';

/**
 * A button that shows a small panel under it. Escape closes it and gives the focus back; so do a click elsewhere and
 * leaving it with the keyboard, without taking the focus. What it holds is made when it is first opened, and may be lazy.
 */
export function HeaderMenu({
  button,
  label,
  children,
}: {
  button: ReactNode;
  label: string;
  children: ReactNode;
}) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const container = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !container.current?.contains(event.target)) setIsOpen(false);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setIsOpen(false);
    opener.current?.focus();
  };
  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget instanceof Node && !container.current?.contains(event.relatedTarget))
      setIsOpen(false);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears what its own button and panel do not handle
    <div className={classes['menu']} ref={container} onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        type="button"
        ref={opener}
        className={classes['opener']}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          setWasOpened(true);
          setIsOpen((before) => !before);
        }}
      >
        {button}
        <VisuallyHidden>{label}</VisuallyHidden>
      </button>
      <div id={id} className={classes['panel']} hidden={!isOpen}>
        {wasOpened && <Suspense>{children}</Suspense>}
      </div>
    </div>
  );
}
