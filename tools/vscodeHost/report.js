// The test report that the extension host writes to a file, followed as it grows.
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const closingLine = /^(\d+) passed, (\d+) failed.*$/m;

/**
 * Copies what is written to `file` to our standard output until `end()`.
 * @param {string} file
 */
export function followReport(file) {
  fs.writeFileSync(file, '');
  let printed = 0;
  let heardAt = Date.now();
  let ended = false;
  const pump = () => {
    const text = fs.readFileSync(file);
    if (text.length === printed) return;
    process.stdout.write(text.subarray(printed));
    printed = text.length;
    heardAt = Date.now();
  };
  const timer = setInterval(pump, 150);
  const counts = () => closingLine.exec(fs.readFileSync(file, 'utf8'));
  return {
    file,
    /** Resolves when nothing was written for so long. @param {number} milliseconds */
    idleFor: async (milliseconds) => {
      while (!ended && Date.now() - heardAt < milliseconds) await sleep(250);
    },
    /** Whether the closing line is there. */
    isComplete: () => counts() !== null,
    /** Whether the closing line counts at least one passed test and no failed one. */
    hasPassed: () => {
      const [, passed, failed] = counts() ?? [];
      return Number(passed) > 0 && Number(failed) === 0;
    },
    end: () => {
      if (ended) return;
      ended = true;
      clearInterval(timer);
      pump();
    },
  };
}
