// npm run package: the minified production build as dist/session-insights.vsix, and its command line as an npm package beside it.
import fs from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { packageCli } from './packageCli.js';
import { runNodeOrExit } from './run.js';
import { rootDir, vsixPath } from './vscodeHost/paths.js';
import { stageExtension } from './vscodeHost/stageExtension.js';

runNodeOrExit(['esbuild.js', '--production']);
fs.mkdirSync(path.dirname(vsixPath), { recursive: true });
await createVSIX({
  cwd: stageExtension(rootDir),
  packagePath: vsixPath,
  dependencies: false,
  allowMissingRepository: true,
  // There is no public repository yet that the README's relative links could be turned towards.
  rewriteRelativeLinks: false,
});
packageCli();
