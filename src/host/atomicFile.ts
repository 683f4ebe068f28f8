import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

export interface TextSink {
  write(text: string): Promise<void>;
}

const bufferSize = 512 * 1024;

/**
 * Writes a file that is there whole or not at all: beside its place first, then moved to it. What `write` returns decides
 * nothing; when it throws, what was there before stays. The one buffer keeps memory flat however long the text is.
 */
export async function writeAtomically<T>(file: string, write: (sink: TextSink) => Promise<T>): Promise<T> {
  const temporary = `${file}.${randomUUID()}.part`;
  const handle = await open(temporary, 'wx', 0o600);
  const buffer = new Uint8Array(bufferSize);
  const encoder = new TextEncoder();
  try {
    const result = await write({
      async write(text) {
        for (let rest = text; rest !== ''; ) {
          const { read, written } = encoder.encodeInto(rest, buffer);
          for (let at = 0; at < written; ) at += (await handle.write(buffer, at, written - at)).bytesWritten;
          rest = rest.slice(read);
        }
      },
    });
    await handle.sync();
    await handle.close();
    await rename(temporary, file);
    return result;
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(temporary, { force: true });
    throw error;
  }
}
