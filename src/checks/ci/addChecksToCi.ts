import * as vscode from 'vscode';
import { writeOrTell } from '../../host/errors/writeOrTell.ts';
import { tellInformation } from '../../host/surfaces/messages.ts';
import { pickOne } from '../../host/surfaces/questions.ts';
import { tellInStatusBar } from '../../host/surfaces/statusBar.ts';

/** A service that runs workflows, and where it looks for them. */
interface CiService {
  readonly label: string;
  readonly template: string;
  readonly file: string;
  /** What shows that a repository uses it. */
  readonly sign: string;
}

const services: readonly CiService[] = [
  {
    label: 'GitHub Actions',
    template: 'github-actions.yml',
    file: '.github/workflows/insights-checks.yml',
    sign: '.github',
  },
  { label: 'GitLab CI', template: 'gitlab-ci.yml', file: '.gitlab-ci.yml', sign: '.gitlab-ci.yml' },
  {
    label: 'Azure Pipelines',
    template: 'azure-pipelines.yml',
    file: 'azure-pipelines.yml',
    sign: 'azure-pipelines.yml',
  },
];

/** Writes a workflow that lints and checks the query files of a workspace folder, and shows it. What is there already is never written over. */
export async function addChecksToCi(templates: vscode.Uri): Promise<void> {
  const folder = await chooseFolder();
  const service = folder && (await chooseService(folder));
  if (!service) return;
  const text = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(templates, service.template));
  const file = await freeFile(folder, service.file);
  if (!(await writeOrTell(file, text))) return;
  await vscode.window.showTextDocument(file);
  await tellInformation(
    vscode.l10n.t(
      'Wrote {0}. It needs two things more: the package session-insights-cli among the devDependencies, and the API key as a secret named INSIGHTS_API_KEY.',
      vscode.workspace.asRelativePath(file),
    ),
  );
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const [only, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (!only) {
    tellInStatusBar(vscode.l10n.t('Open the folder of the repository first.'));
    return undefined;
  }
  if (others.length === 0) return only.uri;
  const choices = [only, ...others].map(({ name, uri }) => ({ label: name, uri }));
  return (await pickOne(choices, { placeHolder: vscode.l10n.t('The folder whose repository is built') }))?.uri;
}

/** Those that the repository shows signs of come first. */
async function chooseService(folder: vscode.Uri): Promise<CiService | undefined> {
  const known = await Promise.all(
    services.map(async (service) => ({ service, used: await exists(vscode.Uri.joinPath(folder, service.sign)) })),
  );
  const choices = known
    .toSorted((a, b) => Number(b.used) - Number(a.used))
    .map(({ service, used }) => ({
      ...service,
      description: service.file,
      ...(used ? { detail: vscode.l10n.t('used by this repository') } : {}),
    }));
  return pickOne(choices, { placeHolder: vscode.l10n.t('Where the repository is built'), matchOnDescription: true });
}

/** `NAME.yml`, or `NAME-insights.yml` where that is somebody's already. */
async function freeFile(folder: vscode.Uri, file: string): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const name =
      number === 1 ? file : file.replace(/(?=\.yml$)/u, number === 2 ? '-insights' : `-insights-${number - 1}`);
    const uri = vscode.Uri.joinPath(folder, name);
    if (!(await exists(uri))) return uri;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
