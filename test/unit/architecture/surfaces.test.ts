import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { repositoryRoot, sourceFiles } from './sourceImports.ts';

const root = repositoryRoot();
const code = sourceFiles(root, ['src']).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** What puts words before a person, and who alone may call it: whoever is not in there need not think of what the words hold. */
const surfaces = [
  /\bwindow\s*\.(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|withProgress|createStatusBarItem)\b/u,
  /\bwindow\s*\.(?:showQuickPick|createQuickPick|showInputBox|createInputBox|showSaveDialog|createTerminal)\b/u,
  /\bappendText\b/u,
  /\b(?:createTestItem|createTestRun|appendOutput)\b|new vscode\.TestMessage\b/u,
];

/** What is made of words to be shown, and what has to have been done with them by the file that makes it. */
const made: readonly (readonly [RegExp, RegExp])[] = [
  [/new vscode\.TreeItem\(/u, /inertTreeItem\(/u],
  [/new vscode\.(?:Diagnostic|DocumentSymbol|CompletionItem)\(/u, /inertText\(/u],
  [/new vscode\.CodeLens\(/u, /(?:inertText|iconText)\(/u],
  [/new vscode\.CodeAction\((?!vscode\.l10n\.t\('[^'{]*'\))(?!title)/u, /inertText\(/u],
];

/** Icons are written as text where nothing from outside can stand beside them only. */
const icon = /\$\([a-z][a-z~-]*\)/u;

describe('surfaces', () => {
  it('are written to by src/host/surfaces alone', () => {
    const others = code.filter(({ file }) => !file.startsWith('src/host/surfaces/'));
    const found = others.flatMap(({ file, text }) =>
      surfaces.flatMap((surface) => (surface.exec(text) ?? []).map((call) => `${file}: ${call}`)),
    );
    assert.deepEqual(found, []);
    assert.ok(code.some(({ file, text }) => file.startsWith('src/host/surfaces/') && surfaces[0]?.test(text)));
  });

  it('tell what a command throws: all are registered in one place', () => {
    const found = code.filter(({ text }) => /\bregister(?:TextEditor)?Command\(/u.test(text));
    assert.deepEqual(
      found.map(({ file }) => file),
      ['src/composition/services.ts'],
    );
  });

  it('say why a disk refuses a file: nobody writes one by VS Code otherwise', () => {
    const writers = code.filter(({ text }) => /\bfs\s*\.writeFile\(/u.test(text) && /from 'vscode'/u.test(text));
    assert.deepEqual(
      writers.map(({ file }) => file),
      ['src/host/errors/writeOrTell.ts'],
    );
  });

  it('show nothing that was not made inert', () => {
    const found = made.flatMap(([maker, inert]) => {
      const makers = code.filter(({ text }) => maker.test(text));
      assert.ok(makers.length > 0, String(maker));
      return makers.filter(({ text }) => !inert.test(text)).map(({ file }) => `${file}: ${maker.source}`);
    });
    assert.deepEqual(found, []);
  });

  it('have icons that are no part of a text', () => {
    const found = code.filter(({ text }) => icon.test(text) && /from 'vscode'/u.test(text));
    assert.deepEqual(
      found.map(({ file }) => file),
      [],
    );
  });

  it('trust no Markdown, and give none of it icons or HTML', () => {
    // What is said of a failed test links to commands of ours alone, each named.
    const named = 'markdown.isTrusted = { enabledCommands:';
    const found = code.filter(({ file, text }) => {
      const rest = file === 'src/host/surfaces/tests.ts' ? text.replace(named, '') : text;
      return /\b(?:isTrusted|supportHtml|supportThemeIcons)\s*[:=][^=]/u.test(rest);
    });
    assert.deepEqual(
      found.map(({ file }) => file),
      [],
    );
  });
});
