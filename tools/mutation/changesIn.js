import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesUnder, runOrExit } from '../run.js';
import { rootDir } from '../vscodeHost/paths.js';

/**
 * A small change of one file: the text from `start` to `end` becomes `replacement`.
 * @typedef {{ file: string, line: number, column: number, start: number, end: number, kind: string, original: string, replacement: string }} Change
 */

const home = path.join(rootDir, 'tools/mutation');

/**
 * What StrykerJS tells of a change; its own types are there only once it is installed.
 * @typedef {{ line: number, column: number }} Position from 0 on
 * @typedef {{ fileName: string, location: { start: Position, end: Position }, mutatorName: string, replacement: string, status?: string }} Mutant
 */

/**
 * Every small change that StrykerJS knows of the sources in folders.
 * @param {readonly string[]} folders @returns {Promise<Change[]>}
 */
export async function changesIn(folders) {
  if (!fs.existsSync(path.join(home, 'node_modules'))) runOrExit('npm', ['ci', '--prefix', home]);
  const instrumenter = path.join(home, 'node_modules/@stryker-mutator/instrumenter/dist/src/index.js');
  const { Instrumenter } = await import(pathToFileURL(instrumenter).href);
  const silent = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };
  const sources = folders
    .flatMap((folder) => filesUnder(path.join(rootDir, folder), '.ts'))
    .filter((file) => !file.endsWith('.d.ts') && !file.includes('generated'))
    .map((name) => ({ name, content: fs.readFileSync(name, 'utf8'), mutate: true }));
  /** @type {{ mutants: Mutant[] }} */
  const { mutants } = await new Instrumenter(silent).instrument(sources, {
    plugins: null,
    // Sentences are for people: a test that repeats one holds nothing.
    excludedMutations: ['StringLiteral'],
    ignorers: [],
  });
  const texts = new Map(sources.map(({ name, content }) => [name, content]));
  return mutants
    .filter(({ status }) => status !== 'Ignored')
    .map(({ fileName, location, mutatorName, replacement }) => {
      const text = texts.get(fileName) ?? '';
      const start = offsetAt(text, location.start);
      const end = offsetAt(text, location.end);
      const file = path.relative(rootDir, fileName).replaceAll(path.sep, '/');
      const { line, column } = location.start;
      const original = text.slice(start, end);
      return { file, line: line + 1, column: column + 1, start, end, kind: mutatorName, original, replacement };
    });
}

/** @param {string} text @param {Position} position */
function offsetAt(text, { line, column }) {
  let start = 0;
  for (let at = 0; at < line; at++) start = text.indexOf('\n', start) + 1;
  return start + column;
}
