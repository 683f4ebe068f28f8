// The VS Code profile that people and UI tests see: calm, so that what is on the screen is ours.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import vsce from '@vscode/vsce';
import { stageExtension } from './stageExtension.js';
import { cleanEnvironment, extensionsDir, profileArgs, tail, userSettingsPath } from './startServer.js';

const { listFiles, PackageManager } = vsce;

/** User settings that keep VS Code's own news, assistants and guesses off the screen. */
export const calmSettings = {
  'chat.disableAIFeatures': true,
  'editor.wordBasedSuggestions': 'off',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.editor.useModal': 'off',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * Writes the user settings of a profile.
 * @param {string} dir @param {Record<string, unknown>} settings
 */
export function writeUserSettings(dir, settings) {
  const file = userSettingsPath(dir);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(settings, null, 2));
}

/**
 * Installs a packaged extension into a profile.
 * @param {import('./installHost.js').Host} host @param {string} dir @param {string} vsix
 */
export function installVsix(host, dir, vsix) {
  if (!fs.existsSync(vsix)) throw new Error(`${vsix} is not there: npm run package makes it.`);
  const args = [
    path.join(host.vscode, 'out/server-main.js'),
    ...profileArgs(dir),
    '--install-extension',
    vsix,
    '--force',
  ];
  const { status, stdout, stderr } = spawnSync(host.node, args, { encoding: 'utf8', env: cleanEnvironment() });
  if (status !== 0 || !/successfully installed/.test(stdout))
    throw new Error(`VS Code did not install ${vsix}:\n${tail(`${stdout}\n${stderr}`)}`);
}

/**
 * Puts the extension as built in the repository into a profile: the same files as the package would hold, without making the package.
 * @param {string} dir @param {string} extension
 */
export async function copyExtension(dir, extension) {
  const { name, publisher, version } = JSON.parse(fs.readFileSync(path.join(extension, 'package.json'), 'utf8'));
  const target = path.join(extensionsDir(dir), `${publisher}.${name}-${version}`);
  const stage = stageExtension(extension);
  for (const file of await listFiles({ cwd: stage, packageManager: PackageManager.None })) {
    fs.cpSync(path.join(stage, file), path.join(target, file), { recursive: true });
  }
}
