// Cleaning up, which is never a reason to fail.
import fs from 'node:fs';

/**
 * Removes a folder and all that is in it. A program that has just ended may still write there, so this tries for some seconds, and says
 * what stays when that does not help.
 * @param {string} dir
 */
export function removeFolder(dir) {
  try {
    fs.rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  } catch (error) {
    process.stderr.write(`${dir} stays: ${error instanceof Error ? error.message : error}\n`);
  }
}
