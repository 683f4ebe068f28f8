import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { askUntil, sentBy } from './support/queryDocument.ts';

const day = 86_400_000;
const released = new Date(Math.floor(Date.now() / 1000) * 1000 - 3 * day);
const sent = released.toISOString().slice(0, 19);

function git(folder: string, ...args: string[]): void {
  const env = { ...process.env, GIT_AUTHOR_DATE: released.toISOString(), GIT_COMMITTER_DATE: released.toISOString() };
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'init.defaultBranch=main'];
  // Whatever this person's own settings are.
  const unsigned = ['-c', 'commit.gpgSign=false', '-c', 'tag.gpgSign=false'];
  execFileSync('git', [...who, ...unsigned, ...args], { cwd: folder, env, stdio: 'pipe' });
}

describe('dates that are commits', () => {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  const root = vscode.Uri.joinPath((workspace as vscode.WorkspaceFolder).uri, 'released');
  const uri = vscode.Uri.joinPath(root, 'release.insights.json');
  const open = async (text: string): Promise<vscode.TextDocument> => {
    const document = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(document);
    const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
    assert.ok(await editor.edit((edit) => edit.replace(all, text)));
    return document;
  };
  const problems = (wanted: RegExp) =>
    askUntil(
      async () => vscode.languages.getDiagnostics(uri).map(({ message }) => message),
      (found) => (wanted.source === '^$' ? found.length === 0 : found.some((message) => wanted.test(message))),
    );

  before(async () => {
    mkdirSync(join(root.fsPath), { recursive: true });
    git(root.fsPath, 'init');
    git(root.fsPath, 'commit', '--allow-empty', '-m', 'one');
    git(root.fsPath, 'tag', '-a', 'v2.3.0', '-m', 'A release');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('{}\n'));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    // VS Code's Git may still write there.
    rmSync(root.fsPath, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  it("are resolved by VS Code's Git, shown, completed, mended and sent as absolute dates", async () => {
    const document = await open('{ "connection": "sample", "from_date": "git:v2.3.0||+1h" }\n');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await askUntil(
      () => vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', uri, whole),
      (found) => found.length > 0,
    );
    const shown = new Date(released.getTime() + day / 24).toISOString().slice(0, 16).replace('T', ' ');
    assert.match(String(hints[0]?.label), new RegExp(`^= ${shown} UTC · [34] days$`, 'u'));

    await open('{ "connection": "sample", "from_date": "git:" }\n');
    const position = new vscode.Position(0, '{ "connection": "sample", "from_date": "git:'.length);
    const offered = async (): Promise<string[]> => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        position,
      );
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    const names = ['git:last-tag', 'git:v2.3.0', 'git:main'];
    const labels = await askUntil(offered, (found) => names.every((name) => found.includes(name)));
    for (const name of names) assert.ok(labels.includes(name), `${name} in ${labels}`);

    const wrong = await open('{ "connection": "sample", "from_date": "git:v2.3.1||-1d" }\n');
    const [message] = await problems(/Did you mean "v2\.3\.0"/u);
    assert.match(message ?? '', /The repository has no "v2\.3\.1"/u);
    const isFix = ({ title }: vscode.CodeAction): boolean => title === 'Change to "git:v2.3.0||-1d"';
    const actions = await askUntil(
      () =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          uri,
          new vscode.Range(0, 45, 0, 45),
        ),
      (found) => found.some(isFix),
    );
    const fix = actions.find(isFix);
    assert.ok(fix?.edit, actions.map(({ title }) => title).join(', '));
    await vscode.workspace.applyEdit(fix.edit);
    assert.match(wrong.getText(), /"git:v2\.3\.0\|\|-1d"/u);

    await open('{ "connection": "sample", "from_date": "git:last-tag" }\n');
    await problems(/^$/u);
    await vscode.commands.executeCommand('insights.runQuery', uri);
    const text = await sentBy(uri, /from_date/u);
    assert.ok(text.includes(sent) || text.includes(encodeURIComponent(sent)), text);
    assert.ok(!text.includes('git:'), text);
  });

  it('are another when the tag is moved', async () => {
    // A try before this one may have left it.
    git(root.fsPath, 'tag', '--force', 'moved');
    git(root.fsPath, 'tag', '--delete', 'moved');
    await open('{ "connection": "sample", "from_date": "git:moved" }\n');
    await problems(/no tag, branch or commit "moved"/u);
    git(root.fsPath, 'tag', 'moved');
    assert.deepEqual(await problems(/^$/u), []);
  });
});
