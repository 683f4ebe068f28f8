import { open, rename, rm } from 'node:fs/promises';

/** A file that grows beside its final place, and takes that place when it is done. */
export interface GrowingFile {
  /** Resolves when more can be taken. */
  write(text: string): Promise<void>;
  /** Puts what was written at the final place, in one step. */
  keep(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

export async function startFile(path: string): Promise<GrowingFile> {
  const partial = `${path}.partial`;
  // Exports hold what callers said: nobody else on the machine needs to read them.
  const file = await open(partial, 'w', 0o600);
  return {
    async write(text) {
      await file.writeFile(text);
    },
    async keep() {
      await file.sync();
      await file.close();
      await rename(partial, path);
    },
    async discard() {
      await file.close();
      await rm(partial, { force: true });
    },
  };
}
