import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { outDir, rootDir } from '../vscodeHost/paths.js';
import { builtTest } from './builtTest.js';
import { runTest } from './runTest.js';

/**
 * What a test does as things are.
 * @typedef {{ holds: boolean, milliseconds: number, ran: Record<string, [line: number, column: number, ran: boolean][]> }} Unchanged
 */

const kept = path.join(outDir, 'mutation');
const decoder = path.join(rootDir, 'tools/mutation/node_modules/@jridgewell/trace-mapping/dist/trace-mapping.mjs');

/** Runs a test without a change, once for all: what it did is kept until the test, or what it reaches, is another. @param {string} test @returns {Promise<Unchanged>} */
export async function unchangedRun(test) {
  const { script, map } = await builtTest(test);
  const file = path.join(kept, `${createHash('sha256').update(script).digest('hex')}.json`);
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, 'utf8'));
  fs.mkdirSync(kept, { recursive: true });
  const coverage = fs.mkdtempSync(path.join(kept, 'coverage-'));
  const start = Date.now();
  const holds = await runTest(test, script, { timeout: 300_000, coverageTo: coverage });
  const milliseconds = Date.now() - start;
  const found = { holds, milliseconds, ran: holds ? await ranOf(script, map, coverage) : {} };
  fs.rmSync(coverage, { recursive: true, force: true, maxRetries: 5 });
  if (holds) fs.writeFileSync(file, JSON.stringify(found));
  else console.error(`${test} fails without a change: it is not asked.`);
  return found;
}

/** Whether a test ran what stands at a change. @param {Unchanged} unchanged @param {import('./changesIn.js').Change} change */
export function runs({ ran }, { file, line, column }) {
  // The first place at it or within it that is anywhere in what was built.
  return (
    ran[file]?.find(([atLine, atColumn]) => atLine > line || (atLine === line && atColumn >= column))?.[2] ?? false
  );
}

/** The places of each source in the order of its text, and whether they ran. @param {string} script @param {string} map @param {string} coverage @returns {Promise<Unchanged['ran']>} */
async function ranOf(script, map, coverage) {
  const { TraceMap, eachMapping } = await import(pathToFileURL(decoder).href);
  const starts = [0];
  for (let at = script.indexOf('\n'); at >= 0; at = script.indexOf('\n', at + 1)) starts.push(at + 1);
  const counted = countsOf(script, coverage);
  /** @type {Unchanged['ran']} */
  const ran = {};
  /** @param {{ source: string | null, originalLine: number, originalColumn: number, generatedLine: number, generatedColumn: number }} mapping */
  const add = ({ source, originalLine, originalColumn, generatedLine, generatedColumn }) => {
    const file = source?.replace(/^(\.\.\/)+/u, '');
    if (!file?.startsWith('src/')) return;
    const count = counted[(starts[generatedLine - 1] ?? 0) + generatedColumn] ?? 0;
    ran[file] ??= [];
    ran[file].push([originalLine, originalColumn + 1, count > 0]);
  };
  eachMapping(new TraceMap(map), add);
  for (const places of Object.values(ran)) places.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  return ran;
}

/** How often each character of a script ran. @param {string} script @param {string} coverage */
function countsOf(script, coverage) {
  const counts = new Uint8Array(script.length);
  for (const name of fs.readdirSync(coverage)) {
    /** @type {{ result: { url: string, functions: { ranges: { startOffset: number, endOffset: number, count: number }[] }[] }[] }} */
    const { result } = JSON.parse(fs.readFileSync(path.join(coverage, name), 'utf8'));
    const ranges = result
      .filter(({ url }) => url.endsWith('.test.js'))
      .flatMap(({ functions }) => functions.flatMap((one) => one.ranges))
      // What lies within another counts for itself.
      .sort((one, other) => one.startOffset - other.startOffset || other.endOffset - one.endOffset);
    for (const { startOffset, endOffset, count } of ranges) counts.fill(Math.min(count, 1), startOffset, endOffset);
  }
  return counts;
}
