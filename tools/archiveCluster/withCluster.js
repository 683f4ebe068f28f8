// A cluster for what asks one: the one that INSIGHTS_TEST_CLUSTER names, else three nodes that are started for it.
import { once } from 'node:events';
import http from 'node:http';
import { NoCluster, startCluster } from './startCluster.js';

/**
 * Does the work with the variables that tell it where the cluster is and who stops a node of it, and ends the cluster. Without one it says
 * why, and resolves to 1.
 * @param {Parameters<typeof startCluster>[0]} options
 * @param {(env: Record<string, string>) => Promise<number>} work
 */
export async function withCluster(options, work) {
  if (process.env.INSIGHTS_TEST_CLUSTER) return work({});
  try {
    const cluster = await startCluster(options);
    const control = await serveControl(cluster);
    const code = await work({
      INSIGHTS_TEST_CLUSTER: cluster.urls[0] ?? '',
      INSIGHTS_TEST_CLUSTER_CONTROL: control.url,
    });
    control.server.close();
    cluster.close();
    return code;
  } catch (error) {
    if (!(error instanceof NoCluster)) throw error;
    console.error(error.message);
    return 1;
  }
}

/**
 * Stops and starts a node for whoever asks: `POST /stop/1`.
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
