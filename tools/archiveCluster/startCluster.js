// Three nodes of OpenSearch or Elasticsearch in one JVM, from Maven Central: what test/archive and the benchmarks of the archive ask.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { outDir } from '../vscodeHost/paths.js';
import { temporaryDir } from '../vscodeHost/temporaryDir.js';
import { tryAgain } from '../vscodeHost/tryAgain.js';

const here = fileURLToPath(new URL('.', import.meta.url));

/** @typedef {'opensearch' | 'elasticsearch' | 'elasticsearch8'} Engine */

/**
 * The program of each engine, in its own words: OpenSearch came of Elasticsearch 7, and most of it is called as it was there.
 * @type {Record<Engine, { files: readonly string[], inWordsOf(source: string): string }>}
 */
const programs = {
  opensearch: { files: ['ArchiveCluster.java', 'ClassPathNode.java'], inWordsOf: (source) => source },
  elasticsearch: { files: ['ArchiveCluster.java', 'ClassPathNode.java'], inWordsOf: inWordsOfElasticsearch },
  elasticsearch8: {
    files: ['ArchiveCluster.java', 'elasticsearch8/ClassPathNode.java'],
    inWordsOf: inWordsOfElasticsearch,
  },
};

/** @param {string} source */
function inWordsOfElasticsearch(source) {
  return source
    .replace(/.*CommonAnalysisPlugin;\n/, '')
    .replace(', CommonAnalysisPlugin.class', '')
    .replaceAll('org.opensearch.', 'org.elasticsearch.')
    .replaceAll('cluster_manager', 'master');
}

/**
 * The engines that there are, by the names that `--engine` takes.
 * @param {string} name
 * @returns {name is Engine}
 */
export function isEngine(name) {
  return Object.hasOwn(programs, name);
}

/** Why there can be no cluster. */
export class NoCluster extends Error {}

/**
 * How a JVM runs: quickly there for tests, or as fast as it gets for what measures.
 * @type {Record<'tests' | 'benches', readonly string[]>}
 */
const javaOptions = {
  tests: ['-Xms512m', '-Xmx512m', '-XX:TieredStopAtLevel=1'],
  benches: ['-Xms1g', '-Xmx1g'],
};

/**
 * A cluster that is green. It ends with this process.
 * @param {{ nodes?: number, engine?: Engine, for?: keyof typeof javaOptions }} [options]
 * @returns {Promise<{ urls: string[], stop(node: number): Promise<void>, start(node: number): Promise<void>, close(): void }>}
 */
export async function startCluster({ nodes = 3, engine = 'opensearch', for: whom = 'tests' } = {}) {
  need('javac', ['-version'], 'a JDK of Java 17 or later');
  need('mvn', ['-v'], 'Maven');
  const jars = await fetchJars(engine);
  const folder = temporaryDir('archive');
  const classes = compile(engine, jars, folder);
  const java = spawn(
    'java',
    [
      ...[...javaOptions[whom], '-XX:+UseSerialGC', '-Dlog4j2.level=OFF', '-Dtests.es.logger.level=OFF'],
      ...['-cp', [classes, path.join(jars, '*')].join(path.delimiter), 'ArchiveCluster', folder, String(nodes)],
    ],
    { stdio: ['pipe', 'pipe', process.env.INSIGHTS_CLUSTER_LOG ? 'inherit' : 'ignore'] },
  );
  process.once('exit', () => java.kill('SIGKILL'));
  const lines = createInterface({ input: java.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new NoCluster('The cluster ended by itself.');
    return String(value);
  };
  const [ready, ...urls] = (await answer()).split(' ');
  if (ready !== 'ready') throw new NoCluster(`The cluster said "${ready}".`);
  await awaitGreen(String(urls[0]), nodes);
  /** @param {string} command */
  const tell = async (command) => {
    java.stdin.write(`${command}\n`);
    await answer();
  };
  return {
    urls,
    stop: (node) => tell(`stop ${node}`),
    start: (node) => tell(`start ${node}`),
    close: () => {
      java.stdin.end();
      java.kill('SIGKILL');
    },
  };
}

/**
 * The folder with the engine's jars, which Maven fetches where it doesn't have them.
 * @param {Engine} engine
 */
async function fetchJars(engine) {
  const jars = path.join(outDir, 'archiveCluster', engine);
  const fetching = ['-q', '-B', '-P', engine, '-f', path.join(here, 'pom.xml'), `-Djars=${jars}`, 'package'];
  // Maven remembers what it did not find, and looks for it again only when it is told to.
  const isDone = (/** @type {number} */ attempt) =>
    spawnSync('mvn', attempt > 1 ? ['-U', ...fetching] : fetching, { stdio: ['ignore', 'inherit', 'inherit'] })
      .status === 0;
  process.stderr.write(`Fetching ${engine} by Maven, where it isn't there yet (once, about 45 MB)...\n`);
  if (!(await tryAgain(`fetch ${engine} by Maven`, isDone)))
    throw new NoCluster(`Maven couldn't fetch ${engine}: connect to Maven Central once and run this again.`);
  return jars;
}

/**
 * The program's classes, compiled into the folder.
 * @param {Engine} engine
 * @param {string} jars
 * @param {string} folder
 */
function compile(engine, jars, folder) {
  const { files, inWordsOf } = programs[engine];
  const sources = files.map((file) => {
    const source = path.join(folder, path.basename(file));
    fs.writeFileSync(source, inWordsOf(fs.readFileSync(path.join(here, file), 'utf8')));
    return source;
  });
  const classes = path.join(folder, 'classes');
  const compiling = ['-nowarn', '-d', classes, '-cp', path.join(jars, '*'), ...sources];
  const { status } = spawnSync('javac', compiling, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new NoCluster(`The program that starts ${engine} could not be compiled.`);
  return classes;
}

/** @param {string} url @param {number} nodes */
async function awaitGreen(url, nodes) {
  const answer = await fetch(`${url}/_cluster/health?wait_for_status=green&wait_for_nodes=${nodes}&timeout=4m`);
  if (!answer.ok) throw new NoCluster(`The cluster did not become green: ${await answer.text()}`);
}

/** @param {string} command @param {string[]} args @param {string} what */
function need(command, args, what) {
  if (spawnSync(command, args, { stdio: 'ignore' }).status !== 0)
    throw new NoCluster(
      `The tests of the archive need ${what}, which is not on this machine. A cluster that is there: INSIGHTS_TEST_CLUSTER=URL.`,
    );
}
