import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { WrongUse } from '../outcome/wrongUse.ts';

const ending = '.insights.json';

/** A query file, named as the person names it. */
export interface QueryFile {
  readonly name: string;
  readonly path: string;
}

/** The files that operands name; a folder stands for all query files in it. Throws WrongUse when there are none. */
export async function queryFilesOf(operands: readonly string[], folder: string): Promise<readonly QueryFile[]> {
  if (operands.length === 0) throw new WrongUse(`Name a query file (NAME${ending}), or a folder of them.`);
  const found = await Promise.all(operands.map((operand) => filesAt(operand, folder)));
  return found.flat();
}

/** The text of a file. Throws WrongUse when it cannot be read. */
export async function textOf({ name, path }: QueryFile): Promise<string> {
  return readable(name, readFile(path, 'utf8'));
}

async function filesAt(operand: string, folder: string): Promise<readonly QueryFile[]> {
  const path = resolve(folder, operand);
  if (!(await readable(operand, stat(path))).isDirectory()) return [{ name: operand, path }];
  const names = (await readdir(path, { recursive: true }))
    .filter((name) => name.endsWith(ending) && !/(?:^|[\\/])(?:node_modules|\.[^\\/]+)[\\/]/u.test(name))
    .sort();
  if (names.length === 0) throw new WrongUse(`${operand}: there are no query files (NAME${ending}) in this folder.`);
  return names.map((name) => ({ name: join(operand, name), path: join(path, name) }));
}

async function readable<T>(name: string, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const why = { ENOENT: 'there is no such file', EACCES: 'it must not be read', EISDIR: 'it is a folder' }[code];
    throw new WrongUse(`${name}: ${why ?? (code || String(error))}.`);
  }
}
