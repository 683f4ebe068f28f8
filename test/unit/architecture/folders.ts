import { posix } from 'node:path';
import type { SourceImport } from './sourceImports.ts';
import { findCycle } from './sourceImports.ts';

/** How many files of its own a folder may hold: a subject that grows gets a room within it. */
export const mostFiles = 30;

/** Two folders, and the files that tie them. */
interface FolderImport {
  readonly from: string;
  readonly to: string;
}

/**
 * What folders import of one another, at every depth: a folder's own files as `src/a/`, and everything below it as `src/a`, beside
 * what stands beside it. Types count, and so does what is loaded later.
 */
export function folderImports(imports: readonly SourceImport[]): readonly FolderImport[] {
  return imports
    .filter(({ to }) => to.includes('/') && to.endsWith('.ts'))
    .flatMap(({ from, to }) => {
      const [left, right] = [posix.dirname(from), posix.dirname(to)];
      if (left === right) return [];
      const [ours, theirs] = branches(left, right);
      return [
        { from: `${left}/`, to: `${right}/` },
        ...(ours !== undefined && theirs !== undefined ? [{ from: ours, to: theirs }] : []),
      ];
    });
}

/** Where the ways to two folders part; undefined for a folder that the other lies in. */
function branches(left: string, right: string): readonly [string | undefined, string | undefined] {
  const [ours, theirs] = [left.split('/'), right.split('/')];
  let depth = 0;
  while (depth < ours.length && ours[depth] === theirs[depth]) depth += 1;
  const branch = (parts: readonly string[]): string | undefined =>
    parts.length > depth ? parts.slice(0, depth + 1).join('/') : undefined;
  return [branch(ours), branch(theirs)];
}

/** The folders on the first way round found from a folder back to itself, or undefined. */
export function findFolderCycle(imports: readonly SourceImport[]): string[] | undefined {
  return findCycle(folderImports(imports));
}

/** The folders that hold more files of their own than they may, with how many. */
export function crowdedFolders(files: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(posix.dirname(file), (counts.get(posix.dirname(file)) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > mostFiles).map(([folder, count]) => `${folder}: ${count}`);
}
