import { randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface TextSink {
  /** Resolves when it can take more; what was taken may still be on its way to the disk. */
  write(text: string): Promise<void>;
}

/**
 * Writes a file that is there whole or not at all: beside its place first, then moved to it. What `write` returns decides
 * nothing; when it throws, what was there before stays. Nobody else on the machine may read it.
 */
export async function writeAtomically<T>(file: string, write: (sink: TextSink) => Promise<T>): Promise<T> {
  await removeLeftovers(dirname(file));
  // Not the file's name with more to it: that may be as long as names can be.
  const temporary = join(dirname(file), `.${randomUUID()}${suffix}`);
  const handle = await open(temporary, 'wx', 0o600);
  const writer = new BufferedWriter(handle);
  try {
    const result = await write(writer);
    await writer.written();
    await handle.sync();
    await handle.close();
    await rename(temporary, file);
    return result;
  } catch (error) {
    await writer.written().catch(() => {});
    await handle.close().catch(() => {});
    await rm(temporary, { force: true });
    throw error;
  }
}

const bufferSize = 512 * 1024;

/** Fills one buffer while the other is written. The two of them keep memory flat, however long the text is. */
class BufferedWriter implements TextSink {
  readonly #handle: FileHandle;
  readonly #encoder = new TextEncoder();
  #free = new Uint8Array(bufferSize);
  #busy = new Uint8Array(bufferSize);
  #writing: Promise<void> = Promise.resolve();

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  async write(text: string): Promise<void> {
    for (let rest = text; rest !== ''; ) {
      const { read, written } = this.#encoder.encodeInto(rest, this.#free);
      rest = rest.slice(read);
      await this.#writing;
      [this.#free, this.#busy] = [this.#busy, this.#free];
      this.#writing = this.#writeBusy(written);
      // It fails the next write, or the end.
      this.#writing.catch(() => {});
    }
  }

  /** Resolves when all of it has been written. */
  written(): Promise<void> {
    return this.#writing;
  }

  async #writeBusy(length: number): Promise<void> {
    for (let at = 0; at < length; ) at += (await this.#handle.write(this.#busy, at, length - at)).bytesWritten;
  }
}

const suffix = '.insights-part';
const ours = /\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.insights-part$/;
const leftAloneMs = 60 * 60 * 1000;

/** What earlier writers left in a folder when their process ended in the middle. One that still writes is left alone. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!ours.test(name)) continue;
    const leftover = join(folder, name);
    const written = await stat(leftover).catch(() => undefined);
    if (written && Date.now() - written.mtimeMs > leftAloneMs) await rm(leftover, { force: true }).catch(() => {});
  }
}
