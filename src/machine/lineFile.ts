import { appendFile, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ExportJournal } from '../api/export/exportJournal.ts';

/** Only who wrote it may read it. */
const mode = 0o600;

const newline = 0x0a;
const pieceSize = 1024 * 1024;

/** The journal of an export, in the extension's own storage. */
export class LineFile implements ExportJournal {
  readonly #path: string;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  async lines(): Promise<readonly string[]> {
    await this.#writing;
    const text = await readFile(this.#path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text.split('\n').filter((line) => line !== '');
  }

  async add(line: string): Promise<void> {
    await this.#writing;
    this.#writing = this.#write(() => appendFile(this.#path, `${line}\n`, { mode }));
    // It fails the next that is done to the file.
    this.#writing.catch(() => {});
  }

  async replace(lines: readonly string[]): Promise<void> {
    await this.#writing;
    await this.#write(() => writeFile(this.#path, lines.map((line) => `${line}\n`).join(''), { mode }));
  }

  /** Leaves so many lines, and reads no more of the file at once than a piece: it may be larger than any text. */
  async cutAfter(lines: number): Promise<void> {
    await this.#writing;
    const file = await open(this.#path, 'r+').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (!file) return;
    try {
      const piece = Buffer.alloc(pieceSize);
      let [left, end] = [lines, 0];
      while (left > 0) {
        const { bytesRead } = await file.read(piece, 0, pieceSize, end);
        if (bytesRead === 0) return;
        let at = 0;
        for (; at < bytesRead && left > 0; at++) if (piece[at] === newline) left -= 1;
        end += at;
      }
      await file.truncate(end);
    } finally {
      await file.close();
    }
  }

  async remove(): Promise<void> {
    await this.#writing.catch(() => {});
    await rm(this.#path, { force: true });
  }

  async #write(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      await mkdir(path.dirname(this.#path), { recursive: true });
      await write();
    }
  }
}
