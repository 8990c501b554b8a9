import { Graph, layout } from '@dagrejs/dagre';
import type { Definition } from './workflow-queries.ts';

/** A status as the picture shows it, by the middle of its box. */
export interface PlacedStatus {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** A way from one status to another, and the transitions that go along it. */
export interface PlacedWay {
  readonly from: string;
  readonly to: string;
  readonly transitionIds: readonly string[];
  readonly points: readonly { readonly x: number; readonly y: number }[];
  /** where its names stand */
  readonly x: number;
  readonly y: number;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly statuses: readonly PlacedStatus[];
  readonly ways: readonly PlacedWay[];
}

export const boxWidth = 164;
export const boxHeight = 46;
export const lineHeight = 15;
const margin = 14;

/** Lays out a workflow from top to bottom in the order of its statuses. Transitions from every status are told at their target. */
export function layOut(
  { statuses, transitions, initialStatusId }: Definition,
  wrapped: (name: string) => string,
): Picture {
  const order = new Map(statuses.map(({ statusId }, index) => [statusId, index]));
  const ways = new Map<string, { from: string; to: string; transitionIds: string[]; longest: number }>();
  for (const { id, name, from, to } of transitions) {
    for (const start of from ?? []) {
      if (start === to || !order.has(start) || !order.has(to)) continue;
      const key = `${start} ${to}`;
      const way = ways.get(key) ?? { from: start, to, transitionIds: [], longest: 0 };
      way.transitionIds.push(id);
      way.longest = Math.max(way.longest, wrapped(name).length);
      ways.set(key, way);
    }
  }
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 18, ranksep: 26, edgesep: 10, marginx: margin, marginy: margin });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { statusId } of statuses) graph.setNode(statusId, { width: boxWidth, height: boxHeight });
  for (const [key, way] of ways) {
    // against the order of the statuses it leads back, and is laid out as if it came down
    const isBack = (order.get(way.from) ?? 0) > (order.get(way.to) ?? 0);
    const [upper, lower] = isBack ? [way.to, way.from] : [way.from, way.to];
    graph.setEdge(
      upper,
      lower,
      {
        width: Math.min(way.longest, 22) * 6.4 + 8,
        height: way.transitionIds.length * lineHeight,
        labelpos: 'c',
        weight: way.from === initialStatusId ? 2 : 1,
      },
      key,
    );
  }
  layout(graph);
  const placed = [...ways].map(([key, { from, to, transitionIds }]): PlacedWay => {
    const isBack = (order.get(from) ?? 0) > (order.get(to) ?? 0);
    const [upper, lower] = isBack ? [to, from] : [from, to];
    const edge = graph.edge({ v: upper, w: lower, name: key });
    const points = edge.points ?? [];
    return {
      from,
      to,
      transitionIds,
      points: isBack ? points.toReversed() : points,
      x: edge.x ?? 0,
      y: edge.y ?? 0,
    };
  });
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.max(width, boxWidth + 2 * margin),
    height: Math.max(height, boxHeight + 2 * margin),
    statuses: statuses.map(({ statusId }) => {
      const { x = 0, y = 0 } = graph.node(statusId);
      return { id: statusId, x, y };
    }),
    ways: placed,
  };
}

/** A smooth line through points, as the path of an SVG. */
export function pathThrough(points: PlacedWay['points']): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${round(first.x)},${round(first.y)}`;
  for (const [index, point] of rest.entries()) {
    const next = rest[index + 1];
    if (!next) path += ` L${round(point.x)},${round(point.y)}`;
    else {
      const middle = { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
      path += ` Q${round(point.x)},${round(point.y)} ${round(middle.x)},${round(middle.y)}`;
    }
  }
  return path;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
