import { expect, test } from 'vitest';
import { newTransition } from './edited-workflow.ts';
import { boxHeight, boxWidth, layOut, pathThrough } from './layout.ts';
import type { Definition } from './workflow-queries.ts';

function workflow(count: number, arrows: [from: number, to: number][]): Definition {
  const base: Definition = {
    name: 'W',
    description: '',
    initialStatusId: '0',
    statuses: [],
    transitions: [],
  };
  return {
    ...base,
    statuses: Array.from({ length: count }, (_, index) => ({
      statusId: String(index),
      customerName: 'x',
      approval: null,
      x: null,
      y: null,
    })),
    transitions: arrows.map(([from, to], index) => ({
      ...newTransition(base),
      id: String(100 + index),
      name: `Transition ${index}`,
      from: [String(from)],
      to: String(to),
    })),
  };
}

const same = (name: string) => name;

test('statuses come one below the other in the direction of work, and never overlap', () => {
  const arrows: [number, number][] = [];
  for (let index = 0; index < 9; index += 1) arrows.push([index, index + 1], [index + 1, index], [index, 9]);
  const { statuses, ways, width, height } = layOut(workflow(10, arrows), same);
  expect(statuses).toHaveLength(10);
  const tops = statuses.map(({ y }) => y);
  expect(tops.toSorted((a, b) => a - b)).toEqual(tops);
  for (const one of statuses) {
    expect(one.x - boxWidth / 2).toBeGreaterThanOrEqual(0);
    expect(one.x + boxWidth / 2).toBeLessThanOrEqual(width);
    expect(one.y + boxHeight / 2).toBeLessThanOrEqual(height);
    for (const other of statuses) {
      if (one === other) continue;
      const overlaps = Math.abs(one.x - other.x) < boxWidth && Math.abs(one.y - other.y) < boxHeight;
      expect(overlaps).toBe(false);
    }
  }
  expect(ways.every(({ points }) => points.length >= 2)).toBe(true);
});

test('a way back ends at the status that it leads to', () => {
  const { statuses, ways } = layOut(
    workflow(2, [
      [0, 1],
      [1, 0],
    ]),
    same,
  );
  const back = ways.find(({ from }) => from === '1');
  const first = statuses.find(({ id }) => id === '0');
  const end = back?.points.at(-1);
  expect(Math.abs((end?.y ?? 0) - (first?.y ?? 0))).toBeLessThanOrEqual(boxHeight / 2 + 1);
});

test('transitions between the same statuses go along one way', () => {
  const { ways } = layOut(
    workflow(2, [
      [0, 1],
      [0, 1],
    ]),
    same,
  );
  expect(ways).toHaveLength(1);
  expect(ways[0]?.transitionIds).toHaveLength(2);
});

test('an empty workflow and a status by itself have a picture', () => {
  expect(layOut(workflow(0, []), same).width).toBeGreaterThan(0);
  expect(layOut(workflow(1, []), same).statuses[0]?.x).toBeGreaterThan(0);
  expect(pathThrough([])).toBe('');
});
