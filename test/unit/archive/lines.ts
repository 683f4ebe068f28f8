import type { ExportJournal } from '../../../src/api/export/exportJournal.ts';

/** Lines that are kept in memory, and told as they come. */
export class Lines implements ExportJournal {
  readonly #onLine: (line: string) => void;
  all: readonly string[] = [];

  constructor(onLine: (line: string) => void = () => {}) {
    this.#onLine = onLine;
  }

  async lines(): Promise<readonly string[]> {
    return this.all;
  }

  async add(line: string): Promise<void> {
    this.#onLine(line);
    this.all = [...this.all, line];
  }

  async cutAfter(lines: number): Promise<void> {
    this.all = this.all.slice(0, lines);
  }

  async replace(lines: readonly string[]): Promise<void> {
    this.all = lines;
  }
}
