// npm run mutate [-- [--sample N [--seed S]] [--jobs J] FOLDER...]: small changes in src/domain and src/api (or in the folders named, such
// as src/domain/time), one at a time, and whether a unit test notices. On demand: all of it takes hours. `--sample 300` tries so many of
// the changes, drawn by chance, and says how far the share that was noticed may be from that of all; the same seed draws the same.
import { parseArgs } from 'node:util';
import { changesIn } from './mutation/changesIn.js';
import { isNoticed } from './mutation/isNoticed.js';
import { margin, sampleOf } from './mutation/sample.js';
import { testsByNearness } from './mutation/testsByNearness.js';
import { runNodeOrExit } from './run.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
  },
});
/** @param {'sample' | 'jobs'} name @param {string} text */
function count(name, text) {
  if (!/^[1-9]\d*$/u.test(text)) throw new Error(`--${name} is to be a number, not ${text}.`);
  return Number(text);
}
const jobs = count('jobs', options.jobs);
const wanted = options.sample === undefined ? Number.POSITIVE_INFINITY : count('sample', options.sample);
/** The percentage of changes that the unit tests are to notice. */
const goal = 85;

runNodeOrExit(['esbuild.js', '--only-tests']);
const folders = positionals.map((folder) => folder.replace(/\/+$/u, ''));
const all = await changesIn(folders.length > 0 ? folders : ['src/domain', 'src/api']);
const changes = sampleOf(all, wanted, options.seed);
const testsOf = testsByNearness();
console.log(`${changes.length} of ${all.length} changes, seed ${options.seed}`);

/** @type {typeof changes} */
const survivors = [];
let tried = 0;
const queue = changes.values();
await Promise.all(
  Array.from({ length: jobs }, async () => {
    for (const change of queue) {
      if (!(await isNoticed(change, testsOf(change.file)))) {
        survivors.push(change);
        console.log(told(change));
      }
      if (++tried % 25 === 0) console.log(`${tried} tried, ${survivors.length} unnoticed`);
    }
  }),
);

const noticed = changes.length - survivors.length;
const share = (100 * noticed) / changes.length;
console.log(`\nUnnoticed, by file:\n${survivors.map(told).sort().join('\n')}\n`);
console.log(
  `${noticed} of ${changes.length} noticed: ${share.toFixed(1)} %, ` +
    `give or take ${margin(noticed, changes.length, all.length).toFixed(1)} (95 % sure; seed ${options.seed})`,
);
if (share < goal) process.exitCode = 1;

/** A change in one line; of long texts what differs, with a little before and after it. @param {(typeof changes)[number]} change */
function told({ file, line, column, kind, original, replacement }) {
  const shortest = Math.min(original.length, replacement.length);
  let before = 0;
  while (before < shortest && original[before] === replacement[before]) before++;
  let after = 0;
  while (after < shortest - before && original.at(-1 - after) === replacement.at(-1 - after)) after++;
  const short = (/** @type {string} */ text) =>
    (text.length < 100 ? text : text.slice(Math.max(0, before - 30), text.length - Math.max(0, after - 30)))
      .replace(/\s+/gu, ' ')
      .slice(0, 120);
  return `${file}:${line}:${column} ${kind}: ${short(original)} → ${short(replacement)}`;
}
