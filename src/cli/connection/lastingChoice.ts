import { resolve } from 'node:path';
import type { ConnectionChoice } from './chooseConnection.ts';

/** What the options say of where sessions come from, so that it means the same in another folder. */
export function lastingChoice({ connection, region, url, file }: ConnectionChoice, folder: string): ConnectionChoice {
  return { connection, region, url, file: file === undefined ? undefined : resolve(folder, file) };
}
