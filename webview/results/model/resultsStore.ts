import type { RowChunk } from '../../../src/domain/results/store/columnChunk.ts';
import type { Column } from '../../../src/domain/results/store/columns.ts';
import {
  appendChunk,
  ListColumn,
  NumberColumn,
  newColumn,
  TextColumn,
} from '../../../src/domain/results/store/columns.ts';

/** The rows of a run as they came: a column for each thing that is known of them. */
export class ResultsStore {
  readonly run: number;
  readonly #columns = new Map<string, Column>();
  /** Grows with every piece: what was counted or sorted before it is out of date. */
  version = 0;

  constructor(run: number) {
    this.run = run;
  }

  take({ from, columns }: RowChunk): void {
    for (const [name, chunk] of columns) {
      const column = this.#columns.get(name) ?? newColumn(chunk);
      // A piece that does not follow the last one is of an answer that was overtaken.
      if (column.length !== from) continue;
      appendChunk(column, chunk);
      this.#columns.set(name, column);
    }
    this.version += 1;
  }

  get count(): number {
    return this.#columns.get('id')?.length ?? 0;
  }

  numbers(name: 'start' | 'duration'): NumberColumn {
    const column = this.#columns.get(name);
    return column instanceof NumberColumn ? column : new NumberColumn();
  }

  field(path: string): TextColumn | undefined {
    const column = this.#columns.get(`field:${path}`);
    return column instanceof TextColumn ? column : undefined;
  }

  facet(name: string): ListColumn | undefined {
    const column = this.#columns.get(`facet:${name}`);
    return column instanceof ListColumn ? column : undefined;
  }

  idAt(row: number): string {
    const column = this.#columns.get('id');
    return (column instanceof TextColumn ? column.at(row) : undefined) ?? '';
  }
}
