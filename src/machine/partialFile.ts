import type { FileHandle } from 'node:fs/promises';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ExportFile, FilePiece } from '../api/export/exportSessions.ts';

const copySize = 1024 * 1024;
/** Only who wrote it may read it. */
const mode = 0o600;

/** A file under a name that says that it is not all, until it is `finished` under its own. */
export class PartialFile implements ExportFile {
  readonly path: string;
  #handle: FileHandle;
  #length: number;
  #writing: Promise<void> = Promise.resolve();

  private constructor(path: string, handle: FileHandle, length: number) {
    this.path = path;
    this.#handle = handle;
    this.#length = length;
  }

  /**
   * A new one beside `file`: `sessions.partial.json`, or `sessions.partial-2.json` where another stands. Throws where `file` is something
   * else than a file, which would be in its place in the end.
   */
  static async create(file: string): Promise<PartialFile> {
    await expectFile(file);
    for (let number = 1; ; number++) {
      const name = partialName(file, number);
      try {
        return new PartialFile(name, await open(name, 'wx+', mode), 0);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST') || number >= 1000) throw error;
      }
    }
  }

  /** One that was left. Throws when it is gone. */
  static async open(name: string): Promise<PartialFile> {
    const handle = await open(name, 'r+');
    return new PartialFile(name, handle, (await handle.stat()).size);
  }

  get length(): number {
    return this.#length;
  }

  async append(parts: readonly Uint8Array[]): Promise<void> {
    const at = this.#length;
    this.#length += lengthOf(parts);
    await this.#writing;
    this.#writing = writeEach(this.#handle, parts, at);
    // It fails the next that is done to the file.
    this.#writing.catch(() => {});
  }

  async cutTo(length: number): Promise<void> {
    await this.#writing;
    await this.#handle.truncate(length);
    this.#length = length;
  }

  async rearrange(head: number, pieces: Iterable<FilePiece>): Promise<void> {
    await this.#writing;
    const name = `${this.path}.ordered`;
    await rm(name, { force: true });
    const ordered = await open(name, 'wx+', mode);
    try {
      let length = 0;
      for (const bytes of copies(this.#handle, joined(head, pieces))) {
        const piece = await bytes;
        await writeAll(ordered, piece, length);
        length += piece.length;
      }
      await rename(name, this.path);
      await this.#handle.close();
      this.#handle = ordered;
      this.#length = length;
    } catch (error) {
      await ordered.close().catch(() => {});
      await rm(name, { force: true });
      throw error;
    }
  }

  /** Gives it its own name, in place of what stands there. */
  async finish(file: string): Promise<void> {
    await this.#writing;
    await this.#handle.close();
    await rename(this.path, file);
  }

  /** Leaves it under its name. */
  async close(): Promise<void> {
    await this.#writing.catch(() => {});
    await this.#handle.close().catch(() => {});
  }

  async discard(): Promise<void> {
    await this.close();
    await rm(this.path, { force: true });
  }
}

async function expectFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found || found.isFile()) return;
  const code = found.isDirectory() ? 'EISDIR' : 'ENOTSUP';
  throw Object.assign(new Error(`${code}: ${file} is no file`), { code, syscall: 'open', path: file });
}

/** The longest name that common disks take, in bytes, with `.ordered` behind it. */
const longestName = 255 - '.ordered'.length;

/** The file's own name may be as long as names can be: then its end gives way. */
function partialName(file: string, number: number): string {
  const { dir, name, ext } = path.parse(file);
  const ending = `.partial${number > 1 ? `-${number}` : ''}${ext}`;
  return path.join(dir, `${cutToBytes(name, longestName - Buffer.byteLength(ending))}${ending}`);
}

function cutToBytes(text: string, most: number): string {
  let cut = text;
  while (Buffer.byteLength(cut) > most) cut = [...cut].slice(0, -1).join('');
  return cut;
}

/** The system takes no more at a time. */
const mostParts = 1000;

/** One after the other, without copying them together. */
async function writeEach(handle: FileHandle, parts: readonly Uint8Array[], start: number): Promise<void> {
  let at = start;
  for (let first = 0; first < parts.length; first += mostParts) {
    const some = parts.slice(first, first + mostParts);
    const length = lengthOf(some);
    const { bytesWritten } = await handle.writev(some, at);
    if (bytesWritten < length) await writeAll(handle, Buffer.concat(some).subarray(bytesWritten), at + bytesWritten);
    at += length;
  }
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, start: number): Promise<void> {
  for (let at = 0; at < bytes.length; )
    at += (await handle.write(bytes, at, bytes.length - at, start + at)).bytesWritten;
}

/** Neighbours become one piece: most sessions stand in order already. */
function* joined(head: number, pieces: Iterable<FilePiece>): Generator<FilePiece> {
  let [start, length] = [0, head];
  for (const piece of pieces) {
    if (piece.start === start + length) {
      length += piece.length;
      continue;
    }
    if (length > 0) yield { start, length };
    ({ start, length } = piece);
  }
  if (length > 0) yield { start, length };
}

function* copies(handle: FileHandle, pieces: Iterable<FilePiece>): Generator<Promise<Uint8Array>> {
  for (const { start, length } of pieces) {
    for (let at = 0; at < length; at += copySize) yield readAll(handle, start + at, Math.min(copySize, length - at));
  }
}

async function readAll(handle: FileHandle, start: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; ) {
    const { bytesRead } = await handle.read(bytes, at, length - at, start + at);
    if (bytesRead === 0) throw new Error('the file is shorter than what was written to it');
    at += bytesRead;
  }
  return bytes;
}
