import { constants as bufferLimits } from 'node:buffer';
import type { Stats } from 'node:fs';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { FileProblem } from './fileProblem.ts';

const pieceSize = 8 * 2 ** 20;

/**
 * The bytes of a regular file as it is now. Never waits for a writer, as a FIFO would have it, and never reads without an end. Tells of the
 * share that is read, from 0 to 1. Throws a FileProblem, or the system's own error.
 */
export async function readRegularFile(file: string, onProgress: (share: number) => void = () => {}): Promise<Buffer> {
  const handle = await opened(file);
  try {
    const state = await handle.stat();
    checkState(file, state);
    const bytes = allocated(file, state.size);
    let read = 0;
    while (read < bytes.length) {
      const { bytesRead } = await handle.read(bytes, read, Math.min(pieceSize, bytes.length - read), read);
      // Somebody made it shorter meanwhile.
      if (bytesRead === 0) break;
      read += bytesRead;
      onProgress(read / bytes.length);
    }
    return bytes.subarray(0, read);
  } finally {
    await handle.close();
  }
}

async function opened(file: string): Promise<FileHandle> {
  try {
    return await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    // What the system says of a socket.
    if (error instanceof Error && 'code' in error && error.code === 'ENXIO') throw new FileProblem('notRegular', file);
    throw error;
  }
}

/** How many bytes are read, unpacked ones too: half of the machine's memory is left to their index, and to everything else. */
export function largestFile(): number {
  return Math.floor(Math.min(bufferLimits.MAX_LENGTH, totalmem() / 2));
}

function checkState(file: string, state: Stats): void {
  if (state.isDirectory()) throw new FileProblem('directory', file);
  if (!state.isFile()) throw new FileProblem('notRegular', file);
  if (state.size === 0) throw new FileProblem('empty', file);
  if (state.size > largestFile()) throw new FileProblem('tooLarge', file);
}

function allocated(file: string, size: number): Buffer {
  try {
    return Buffer.allocUnsafeSlow(size);
  } catch (error) {
    if (error instanceof RangeError) throw new FileProblem('outOfMemory', file);
    throw error;
  }
}
