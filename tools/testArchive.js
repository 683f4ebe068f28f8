// npm run test:archive [-- FILTER...] [--no-build] [--engine elasticsearch|elasticsearch8]: test/archive on three real nodes of
// OpenSearch 2, or of Elasticsearch 7 or 8, those files whose paths hold every filter. INSIGHTS_TEST_CLUSTER=URL asks a cluster that is
// there; what stops a node is left out then.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isEngine } from './archiveCluster/startCluster.js';
import { withCluster } from './archiveCluster/withCluster.js';
import { filesUnder, runNodeOrExit } from './run.js';
import { runTestFiles, runTwiceAtMost } from './runTestFiles.js';
import { outDir } from './vscodeHost/paths.js';

const {
  values: { engine, 'no-build': noBuild },
  positionals,
} = parseArgs({
  allowPositionals: true,
  options: { 'no-build': { type: 'boolean' }, engine: { type: 'string', default: 'opensearch' } },
});
if (!noBuild) runNodeOrExit(['esbuild.js', '--tests']);
const files = filesUnder(path.join(outDir, 'test/archive'), '.test.js').filter((file) =>
  positionals.every((word) => path.relative(outDir, file).includes(word)),
);
if (files.length === 0) {
  console.error(`No test of the archive matches ${positionals.join(' ')}.`);
  process.exit(1);
}
if (!isEngine(engine)) {
  console.error(`--engine is opensearch, elasticsearch or elasticsearch8, not ${engine}.`);
  process.exit(1);
}
process.exitCode = await runTwiceAtMost({ files, concurrency: 1 }, (run) =>
  withCluster({ engine }, (env) => runTestFiles({ ...run, env })),
);
