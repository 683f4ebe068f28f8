import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'jsonc-parser';
import type { LooseRecord } from '../../domain/json/looseValues.ts';
import { asRecord } from '../../domain/json/looseValues.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of VS Code that count in a folder, as they are written. */
export interface SettingsFiles {
  readonly user: LooseRecord;
  readonly workspace: LooseRecord;
  /** The folder whose settings they are; paths in them start there. */
  readonly workspaceFolder: string;
}

/** Reads the settings of the nearest workspace, of this folder or one above it, and those of the user. */
export function readSettingsFiles(folder: string, env: Environment): SettingsFiles {
  const workspaceFolder = nearestWith(folder, '.vscode/settings.json') ?? folder;
  return {
    user: settingsIn(userSettings(env)),
    workspace: settingsIn(join(workspaceFolder, '.vscode/settings.json')),
    workspaceFolder,
  };
}

/** A setting that the workspace may decide, else the user. */
export function settingOf({ user, workspace }: SettingsFiles, name: string): unknown {
  return workspace[name] ?? user[name];
}

/** How severe each rule of lint is: the workspace's word on a rule stands before the user's. */
export function lintRulesOf({ user, workspace }: SettingsFiles): LooseRecord {
  const name = 'insights.lint.rules';
  return { ...asRecord(user[name]), ...asRecord(workspace[name]) };
}

/** The nearest folder, this one or one above it, that holds such a file. */
export function nearestWith(folder: string, file: string): string | undefined {
  if (existsSync(join(folder, file))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : nearestWith(above, file);
}

/** Settings that are missing or cannot be read say nothing. */
function settingsIn(file: string): LooseRecord {
  try {
    return asRecord(parse(readFileSync(file, 'utf8'), [], { allowTrailingComma: true }));
  } catch {
    return {};
  }
}

function userSettings(env: Environment): string {
  const home = env.HOME ?? homedir();
  const folders: Partial<Record<NodeJS.Platform, string>> = {
    darwin: join(home, 'Library/Application Support'),
    win32: env.APPDATA ?? join(home, 'AppData/Roaming'),
  };
  return join(folders[process.platform] ?? env.XDG_CONFIG_HOME ?? join(home, '.config'), 'Code/User/settings.json');
}
