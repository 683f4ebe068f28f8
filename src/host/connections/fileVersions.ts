import { stat } from 'node:fs/promises';

const longestWaitMs = 10_000;

/** The system has not said anything of a file for so long that nobody should wait for it. */
class FileSilent extends Error {
  override readonly name = 'FileSilent';
  readonly code = 'silent';
}

/**
 * Which version of a file there is. Each question holds one of the few threads that all extensions of a window share, for as long as a
 * drive that is gone leaves it without an answer: of one file only one question is on its way.
 */
export class FileVersions {
  readonly #asked = new Map<string, Promise<string>>();

  /** Another text after each change of the file. Throws the system's error, or FileSilent. */
  async of(file: string): Promise<string> {
    const asked = this.#asked.get(file) ?? this.#ask(file);
    let timer: NodeJS.Timeout | undefined;
    const silent = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new FileSilent(file)), longestWaitMs);
    });
    try {
      return await Promise.race([asked, silent]);
    } finally {
      clearTimeout(timer);
    }
  }

  #ask(file: string): Promise<string> {
    const asked = stat(file)
      .then(({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`)
      .finally(() => this.#asked.delete(file));
    this.#asked.set(file, asked);
    return asked;
  }
}
