// Temporary folders that go away with the process that made them.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { removeFolder } from './removeFolder.js';

/**
 * A new temporary folder; removed when this process exits, unless INSIGHTS_KEEP_TEMP is set. The name is short because VS Code puts
 * sockets into its folders, and their paths have a limit.
 * @param {string} purpose
 */
export function temporaryDir(purpose) {
  const dir = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), `insights-${purpose}-`));
  process.on('exit', () => {
    if (!process.env.INSIGHTS_KEEP_TEMP) removeFolder(dir);
  });
  return dir;
}
