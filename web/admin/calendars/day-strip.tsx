import { type PointerEvent, useRef, useState } from 'react';
import { classNames } from '../../kit/plain/class-names.ts';
import classes from './week.module.css';
import { minutesPerDay, type Span, withoutSpan, withSpan } from './week.ts';

/** What is dragged goes in steps of a quarter of an hour; the ends of hours are caught within as much. */
const step = 15;

interface Drag {
  readonly kind: 'fill' | 'clear';
  /** where it began, and what was there but for hours whose end is dragged */
  readonly anchor: number;
  readonly spans: readonly Span[];
  readonly at: number;
}

interface DayStripProps {
  readonly spans: readonly Span[];
  readonly onChange: (spans: Span[]) => void;
}

/**
 * A day as a strip from midnight to midnight, its hours filled in. For the pointer only: it says nothing, and does nothing, that the
 * fields beside it do not.
 */
export function DayStrip({ spans, onChange }: DayStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const shown = drag ? dragged(drag) : spans;

  function minuteAt(event: PointerEvent): number {
    const box = strip.current?.getBoundingClientRect();
    if (!box || box.width === 0) return 0;
    const share = Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
    return share * minutesPerDay;
  }
  const snapped = (minute: number) => Math.round(minute / step) * step;

  function begin(event: PointerEvent) {
    if (event.button !== 0) return;
    const minute = minuteAt(event);
    const end = spans.find(
      ({ from, to }) => Math.min(Math.abs(minute - from), Math.abs(minute - to)) <= step,
    );
    strip.current?.setPointerCapture(event.pointerId);
    if (end) {
      const anchor = Math.abs(minute - end.from) < Math.abs(minute - end.to) ? end.to : end.from;
      const at = anchor === end.from ? end.to : end.from;
      setDrag({ kind: 'fill', anchor, at, spans: spans.filter((span) => span !== end) });
      return;
    }
    const isFilled = spans.some(({ from, to }) => from <= minute && minute < to);
    setDrag({ kind: isFilled ? 'clear' : 'fill', anchor: snapped(minute), at: snapped(minute), spans });
  }
  function finish() {
    if (drag && drag.at !== drag.anchor) onChange(dragged(drag));
    setDrag(null);
  }

  return (
    <div
      ref={strip}
      aria-hidden="true"
      className={classes['strip']}
      onPointerDown={begin}
      onPointerMove={(event) => {
        if (drag) setDrag({ ...drag, at: snapped(minuteAt(event)) });
      }}
      onPointerUp={finish}
      onPointerCancel={() => setDrag(null)}
    >
      {shown.map(({ from, to }) => (
        <div
          key={from}
          className={classNames(classes['filled'])}
          style={{
            insetInlineStart: `${(from / minutesPerDay) * 100}%`,
            width: `${((to - from) / minutesPerDay) * 100}%`,
          }}
        />
      ))}
    </div>
  );
}

function dragged({ kind, anchor, at, spans }: Drag): Span[] {
  if (at === anchor) return [...spans];
  const span = { from: Math.min(anchor, at), to: Math.max(anchor, at) };
  return kind === 'fill' ? withSpan(spans, span) : withoutSpan(spans, span);
}
