// npm run test:archive [-- FILTER...] [--no-build]: test/archive on three real nodes, those files whose paths hold every filter.
// INSIGHTS_TEST_CLUSTER=URL asks a cluster that is there; what stops a node is left out then.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { NoCluster, startCluster } from './archiveCluster/startCluster.js';
import { nodeTestArgs } from './nodeTestArgs.js';
import { filesUnder, runNodeOrExit } from './run.js';
import { outDir, rootDir } from './vscodeHost/paths.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'no-build': { type: 'boolean' } } });
if (!values['no-build']) runNodeOrExit(['esbuild.js', '--tests']);
const files = filesUnder(path.join(outDir, 'test/archive'), '.test.js').filter((file) =>
  positionals.every((word) => file.includes(word)),
);
if (files.length === 0) {
  console.error(`No test of the archive matches ${positionals.join(' ')}.`);
  process.exit(1);
}
process.exitCode = await run();

async function run() {
  const given = process.env.INSIGHTS_TEST_CLUSTER;
  if (given) return test({});
  try {
    const cluster = await startCluster();
    const control = await serveControl(cluster);
    const status = await test({ INSIGHTS_TEST_CLUSTER: cluster.urls[0], INSIGHTS_TEST_CLUSTER_CONTROL: control.url });
    control.server.close();
    cluster.close();
    return status;
  } catch (error) {
    if (!(error instanceof NoCluster)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** @param {Record<string, string | undefined>} env */
async function test(env) {
  const tests = spawn(process.execPath, nodeTestArgs({ files, concurrency: 1 }), {
    cwd: rootDir,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  const [status] = await once(tests, 'exit');
  return status ?? 1;
}

/**
 * Lets tests stop and start a node: `POST /stop/1`.
 * @param {Awaited<ReturnType<typeof startCluster>>} cluster
 */
async function serveControl(cluster) {
  const server = http.createServer(async (request, response) => {
    const [, command, node] = (request.url ?? '').split('/');
    await (command === 'stop' ? cluster.stop(Number(node)) : cluster.start(Number(node)));
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { server, url: `http://127.0.0.1:${address.port}` };
}
