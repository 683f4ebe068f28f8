// For developers: VS Code with the extension as built now, on a copy of samples/ in a profile of its own.
//   node tools/tryOut.js                      prints an address to open in a browser and stays until Ctrl+C
//   node tools/tryOut.js STEPS.ts             opens a window, runs `export async function steps(workbench)`, and ends
// Options: --no-build, --keep (stay after the steps), --workspace DIR (as it is, not a copy), --theme light|dark|highContrast|highContrastLight,
// --setting NAME=JSON (any number), --size WIDTHxHEIGHT.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { chromium } from 'playwright-core';
import { copyOfSamples, runNodeOrExit } from './run.js';
import { endTogether } from './vscodeHost/endTogether.js';
import { chromiumArgs, findBrowser } from './vscodeHost/findBrowser.js';
import { installHost } from './vscodeHost/installHost.js';
import { outDir, rootDir } from './vscodeHost/paths.js';
import { calmSettings, copyExtension, writeUserSettings } from './vscodeHost/profile.js';
import { startServer, tailOfLog } from './vscodeHost/startServer.js';
import { temporaryDir } from './vscodeHost/temporaryDir.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'no-build': { type: 'boolean' },
    keep: { type: 'boolean' },
    workspace: { type: 'string' },
    theme: { type: 'string' },
    setting: { type: 'string', multiple: true, default: [] },
    size: { type: 'string', default: '1400x900' },
    extension: { type: 'string', default: rootDir },
  },
});
const [steps] = positionals;

if (!values['no-build']) runNodeOrExit(['esbuild.js']);
const host = await installHost();
const dir = temporaryDir('try');
const workspace = values.workspace ? path.resolve(values.workspace) : copyOfSamples();
const settings = { ...calmSettings, ...Object.fromEntries(values.setting.map(parseSetting)) };
writeUserSettings(dir, settings);
await copyExtension(dir, path.resolve(values.extension));
const server = await startServer({ host, dir });
endTogether(server.stop);
console.log(`${server.origin}/?folder=${encodeURIComponent(workspace)}\nserver's log: ${server.log}`);

if (steps) {
  const ok = await runSteps(steps);
  if (!values.keep) {
    await server.stop();
    process.exit(ok ? 0 : 1);
  }
}

/** @param {string} file */
async function runSteps(file) {
  const { Workbench } = await bundled(path.join(rootDir, 'test/ui/support/workbench.ts'));
  const { steps: run } = await bundled(path.resolve(file));
  const [width, height] = values.size.split('x').map(Number);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: chromiumArgs });
  const context = await browser.newContext({
    viewport: { width: width ?? 1400, height: height ?? 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const screenshots = path.join(outDir, 'screenshots');
  const workbench = new Workbench({
    page: await context.newPage(),
    run: { origin: server.origin, profile: dir, screenshots },
    workspace,
  });
  try {
    await workbench.open();
    if (values.theme) await workbench.switchTheme(values.theme);
    await run(workbench);
    return true;
  } catch (error) {
    console.error(error);
    console.error(
      `Picture: ${await workbench.screenshot('tryOut-failed')}`,
      workbench.pageErrors(),
      tailOfLog(server.log, 8),
    );
    return false;
  } finally {
    if (!values.keep) await browser.close();
  }
}

/**
 * Loads a TypeScript or JavaScript file in this Node, which knows no TypeScript.
 * @param {string} file
 */
async function bundled(file) {
  const outfile = path.join(outDir, `tryOut/${path.parse(file).name}-${process.pid}.js`);
  await esbuild.build({
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  process.on('exit', () => fs.rmSync(outfile, { force: true }));
  return import(pathToFileURL(outfile).href);
}

/** @param {string} text @returns {[string, unknown]} */
function parseSetting(text) {
  const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  return [name, JSON.parse(value)];
}
