// npm run test:desktop [-- --grep PATTERN] [--version 1.101.0]: the integration suite in desktop VS Code.
// Downloads VS Code unless VSCODE_EXECUTABLE names an installed one.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { copyOfSamples, runNodeOrExit } from './run.js';
import { outDir, rootDir, vscodeTestDir } from './vscodeHost/paths.js';
import { followReport } from './vscodeHost/report.js';
import { temporaryDir } from './vscodeHost/temporaryDir.js';

const { values } = parseArgs({
  options: { grep: { type: 'string' }, version: { type: 'string' }, 'no-build': { type: 'boolean' } },
});
if (!values['no-build']) runNodeOrExit(['esbuild.js', '--tests']);

const dir = temporaryDir('desktop');
const report = followReport(path.join(dir, 'report.txt'));
const executable = process.env.VSCODE_EXECUTABLE;
try {
  await runTests({
    ...(executable ? { vscodeExecutablePath: executable } : { cachePath: vscodeTestDir }),
    ...(values.version ? { version: values.version } : {}),
    extensionDevelopmentPath: rootDir,
    extensionTestsPath: path.join(outDir, 'test/integration/run.js'),
    extensionTestsEnv: {
      INSIGHTS_TEST_REPORT: report.file,
      ...(values.grep ? { INSIGHTS_TEST_GREP: values.grep } : {}),
    },
    launchArgs: [
      copyOfSamples(),
      '--disable-workspace-trust',
      '--disable-updates',
      `--user-data-dir=${path.join(dir, 'data')}`,
      `--extensions-dir=${path.join(dir, 'extensions')}`,
    ],
  });
  report.end();
  process.exitCode = report.hasPassed() ? 0 : 1;
} catch (error) {
  report.end();
  process.exitCode = 1;
  const message = error instanceof Error ? error.message : String(error);
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|getaddrinfo/.test(message)) {
    console.error(`VS Code cannot be downloaded here (${message}): name an installed one in VSCODE_EXECUTABLE.`);
  } else if (!report.isComplete()) console.error(message);
}
