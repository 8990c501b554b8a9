import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { boxHeight, boxWidth, layOut, lineHeight, pathThrough } from './layout.ts';
import classes from './picture.module.css';
import type { Definition, Status } from './workflow-queries.ts';

/** A status or a transition to be seen among the others. */
export interface Marked {
  readonly kind: 'status' | 'transition';
  readonly id: string;
}

interface PictureProps {
  readonly workflow: Definition;
  readonly statuses: ReadonlyMap<string, Status>;
  readonly marked: Marked | null;
  readonly onMark: (marked: Marked | null) => void;
  readonly onOpen: (transitionId: string) => void;
}

/** A workflow as a picture: from top to bottom in the order of its statuses. The lists say the same to those who do not see it. */
export function Picture({ workflow, statuses, marked, onMark, onOpen }: PictureProps) {
  const { t } = useTranslation('admin');
  const arrow = useId();
  const picture = useMemo(() => layOut(workflow, shortened), [workflow]);
  const transitions = new Map(workflow.transitions.map((transition) => [transition.id, transition]));
  const nameOf = (id: string) => transitions.get(id)?.name ?? '';
  const isLit = (from: string, to: string, ids: readonly string[]) =>
    marked === null ||
    (marked.kind === 'transition' ? ids.includes(marked.id) : marked.id === from || marked.id === to);
  const everywhere = Map.groupBy(
    workflow.transitions.filter(({ from }) => from === null),
    ({ to }) => to,
  );
  const label = t('workflows.picture.label', {
    name: workflow.name,
    statuses: t('workflows.statuses', { count: workflow.statuses.length }),
    transitions: t('workflows.transitions', { count: workflow.transitions.length }),
  });
  return (
    <div className={classes['frame']}>
      <svg
        role="img"
        aria-label={label}
        className={classes['picture']}
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        // small enough to be seen whole, large enough to be read: beyond that its frame is scrolled
        style={{ width: '100%', maxWidth: picture.width, minWidth: picture.width * leastScale }}
      >
        <defs>
          {(['', '-lit'] as const).map((kind) => (
            <marker
              key={kind}
              id={`${arrow}${kind}`}
              viewBox="0 0 8 8"
              refX="7.5"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto-start-reverse"
            >
              <path d="M0,0.5 L8,4 L0,7.5 z" className={classes[kind === '' ? 'head' : 'headLit']} />
            </marker>
          ))}
        </defs>
        {picture.ways.map(({ from, to, transitionIds, points }) => {
          const isMarked = marked !== null && isLit(from, to, transitionIds);
          return (
            <path
              key={`${from} ${to}`}
              d={pathThrough(points)}
              className={classes['way']}
              data-lit={isMarked || undefined}
              data-dim={(marked !== null && !isMarked) || undefined}
              markerEnd={`url(#${arrow}${isMarked ? '-lit' : ''})`}
            />
          );
        })}
        {picture.ways.map(({ from, to, transitionIds, x, y }) => (
          <g
            key={`${from} ${to}`}
            data-dim={!isLit(from, to, transitionIds) || undefined}
            className={classes['names']}
          >
            {transitionIds.map((id, index) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the pointer; the list has the button
              <text
                key={id}
                x={x}
                y={y + (index - (transitionIds.length - 1) / 2) * lineHeight}
                className={classes['name']}
                onPointerEnter={() => onMark({ kind: 'transition', id })}
                onPointerLeave={() => onMark(null)}
                onClick={() => onOpen(id)}
              >
                <title>{nameOf(id)}</title>
                {shortened(nameOf(id))}
              </text>
            ))}
          </g>
        ))}
        {picture.statuses.map(({ id, x, y }) => {
          const status = statuses.get(id);
          const inWorkflow = workflow.statuses.find((each) => each.statusId === id);
          const anywhere = everywhere.get(id) ?? [];
          const isDim =
            marked !== null &&
            !(marked.kind === 'status'
              ? marked.id === id ||
                picture.ways.some(
                  ({ from, to }) => (from === marked.id && to === id) || (to === marked.id && from === id),
                )
              : transitions.get(marked.id)?.to === id || transitions.get(marked.id)?.from?.includes(id));
          const name = status?.name ?? '';
          const second = [
            ...(id === workflow.initialStatusId ? [t('workflows.picture.begins')] : []),
            ...(inWorkflow?.approval ? [t('workflows.picture.approval')] : []),
            ...(anywhere.length > 0
              ? [`${anywhere.map((each) => each.name).join(', ')} (${t('workflows.picture.any')})`]
              : []),
          ].join(' · ');
          return (
            <g
              key={id}
              className={classes['status']}
              data-category={status?.category}
              data-initial={id === workflow.initialStatusId || undefined}
              data-dim={isDim || undefined}
              onPointerEnter={() => onMark({ kind: 'status', id })}
              onPointerLeave={() => onMark(null)}
            >
              <title>{second === '' ? name : `${name}: ${second}`}</title>
              <rect x={x - boxWidth / 2} y={y - boxHeight / 2} width={boxWidth} height={boxHeight} rx={8} />
              <text x={x} y={second === '' ? y : y - 8} className={classes['title']}>
                {shortened(name, 23)}
              </text>
              {second === '' ? null : (
                <text x={x} y={y + 10} className={classes['second']}>
                  {shortened(second, 30)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** Names are 11.5 px high at full size. */
const leastScale = 0.8;

function shortened(text: string, length = 22): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
