import type { Measured } from './measure.ts';

/**
 * The outcome as a table: for each query its time in SQL by hand (p50, ms), the ratio of the statement that comes of the JQL to that at p50
 * and p95, the ratio of all that is done from the text on at p50, and, with several sizes, how the time of the statement has grown from
 * the smallest size to the largest.
 */
export function formatSizes(measured: ReadonlyMap<number, readonly Measured[]>): string {
  const sizes = [...measured.keys()].sort((one, other) => one - other);
  const smallest = measured.get(sizes[0] ?? 0) ?? [];
  const rows = smallest.map(({ query }, index) => {
    const each = sizes.flatMap((size) => {
      const one = measured.get(size)?.[index];
      if (!one) return ['', '', '', ''];
      return [
        at(one.handWrittenMs, 0.5).toFixed(2),
        ratio(one.statementMs, one.handWrittenMs, 0.5).toFixed(2),
        ratio(one.statementMs, one.handWrittenMs, 0.95).toFixed(2),
        ratio(one.fromTextMs, one.handWrittenMs, 0.5).toFixed(2),
      ];
    });
    return [query.name, ...each, ...(sizes.length > 1 ? [growth(measured, sizes, index)] : [])];
  });
  const head = [
    'query',
    ...sizes.flatMap((size) => [`${short(size)}: by hand, ms`, 'p50 ×', 'p95 ×', 'text ×']),
    ...(sizes.length > 1 ? ['growth'] : []),
  ];
  return [table([head, ...rows]), '', ...sizes.map((size) => summary(size, measured.get(size) ?? []))].join(
    '\n',
  );
}

function summary(size: number, results: readonly Measured[]): string {
  const ratios = results.map(({ statementMs, handWrittenMs }) => ratio(statementMs, handWrittenMs, 0.5));
  const above = ratios.filter((each) => each > 1.3).length;
  return `${size.toLocaleString('en')}: ratio ${at(ratios, 0.5).toFixed(2)} in the middle, ${Math.max(...ratios).toFixed(2)} at most, ${above} of ${ratios.length} above 1.3`;
}

function ratio(ms: readonly number[], toMs: readonly number[], share: number): number {
  return at(ms, share) / at(toMs, share);
}

function growth(
  measured: ReadonlyMap<number, readonly Measured[]>,
  sizes: readonly number[],
  index: number,
): string {
  const first = measured.get(sizes[0] ?? 0)?.[index];
  const last = measured.get(sizes.at(-1) ?? 0)?.[index];
  if (!first || !last) return '';
  const factor = at(last.statementMs, 0.5) / at(first.statementMs, 0.5);
  return `${factor.toFixed(1)} ×${last.query.grows ? ' (not indexed)' : ''}`;
}

function short(size: number): string {
  return size >= 1_000_000 ? `${size / 1_000_000} M` : `${size / 1_000} k`;
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.min(80, Math.max(...rows.map((row) => row[column]?.length ?? 0))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.slice(0, 80).padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
