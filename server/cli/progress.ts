/** What the command line tells a person while it works. It goes to standard error; standard output is for the log. */
export interface Progress {
  /**
   * Does something that may take a moment: says what, and how long it took. `note` adds a word to the line while it
   * is being done.
   */
  step<T>(label: string, work: (note: (text: string) => void) => Promise<T>): Promise<T>;
  /** Prints lines as they are. */
  say(text: string): void;
}

/** Shows progress on a stream, one line per step. That nobody reads it any more (`| head`) does not stop the work. */
export function createProgress(stream: NodeJS.WritableStream = process.stderr): Progress {
  stream.on('error', () => {});
  return {
    async step(label, work) {
      const started = performance.now();
      stream.write(`${label} …`);
      try {
        const result = await work((text) => stream.write(` ${text} …`));
        stream.write(` ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
        return result;
      } catch (error) {
        stream.write('\n');
        throw error;
      }
    },
    say(text) {
      stream.write(`${text}\n`);
    },
  };
}

/** A line of a table: what it is and how to get there. */
export interface Row {
  readonly label: string;
  readonly value: string;
}

/** Rows in two aligned columns; a row without value is a heading, one without label goes on with the one above. */
export function alignRows(rows: readonly Row[]): string {
  const width = Math.max(...rows.filter(({ value }) => value !== '').map(({ label }) => label.length));
  return rows
    .map(({ label, value }) => (value === '' ? `\n${label}` : `  ${label.padEnd(width)}  ${value}`).trimEnd())
    .join('\n');
}
