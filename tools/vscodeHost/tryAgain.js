// What asks the network is asked again: it is away for a moment now and then, and everything else would be for nothing then.

/** How long each further try waits. */
const pausesMs = [5_000, 20_000, 60_000];

/**
 * Does the work until it says that it is done, some tries long; resolves to whether it was. The work is told which try it is, from 1.
 * @param {string} what the work, as a sentence goes on after "Couldn't"
 * @param {(attempt: number) => Promise<boolean> | boolean} work
 * @param {{ tell?: (line: string) => void, pauses?: readonly number[] }} [options]
 */
export async function tryAgain(what, work, { tell = tellStderr, pauses = pausesMs } = {}) {
  for (let attempt = 1; ; attempt += 1) {
    if (await work(attempt)) return true;
    const pause = pauses[attempt - 1];
    if (pause === undefined) return false;
    tell(`Couldn't ${what}. Trying again in ${pause / 1000} s (try ${attempt + 1} of ${pauses.length + 1})...`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** @param {string} line */
function tellStderr(line) {
  process.stderr.write(`${line}\n`);
}
