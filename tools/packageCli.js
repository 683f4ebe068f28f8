// The command line as an npm package of its own: session-insights-cli-VERSION.tgz, without dependencies. Of what was built.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCommand } from './vscodeHost/npmCommand.js';
import { rootDir } from './vscodeHost/paths.js';
import { temporaryDir } from './vscodeHost/temporaryDir.js';

/** Packs it; answers with the file. @param {string} [folder] @returns {string} */
export function packageCli(folder = path.join(rootDir, 'dist')) {
  const { version, license, keywords, engines } = JSON.parse(
    fs.readFileSync(path.join(rootDir, 'package.json'), 'utf8'),
  );
  const stage = temporaryDir('cli');
  const manifest = {
    name: 'session-insights-cli',
    version,
    description: 'Queries, checks and exports of AI Studio sessions on the command line.',
    keywords,
    license,
    bin: { 'session-insights': 'cli.cjs' },
    engines: { node: engines.node },
  };
  fs.writeFileSync(path.join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  fs.copyFileSync(path.join(rootDir, 'LICENSE'), path.join(stage, 'LICENSE'));
  fs.copyFileSync(path.join(rootDir, 'docs/cli.md'), path.join(stage, 'README.md'));
  fs.copyFileSync(path.join(rootDir, 'dist/cli.cjs'), path.join(stage, 'cli.cjs'));
  fs.cpSync(path.join(rootDir, 'dist/cli'), path.join(stage, 'cli'), { recursive: true });
  const [command, ...args] = npmCommand();
  const pack = [...args, 'pack', '--pack-destination', folder];
  const { status } = spawnSync(command, pack, { cwd: stage, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('npm pack failed.');
  return path.join(folder, `session-insights-cli-${version}.tgz`);
}

// Alone: node tools/packageCli.js [FOLDER] prints where it is.
if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(packageCli(process.argv[2]));
