import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { askUntil, closeQueries, openQuery } from './support/queryDocument.ts';

function ours(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'insights');
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

async function actionsIn(document: vscode.TextDocument, kind: vscode.CodeActionKind): Promise<vscode.CodeAction[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    all,
    kind.value,
  );
}

/** The action of a title, once it is offered; of any title, without one. */
async function actionIn(
  document: vscode.TextDocument,
  kind: vscode.CodeActionKind,
  title?: string,
): Promise<vscode.CodeAction | undefined> {
  const isWanted = (action: vscode.CodeAction): boolean => title === undefined || action.title === title;
  const actions = await askUntil(
    () => actionsIn(document, kind),
    (found) => found.some(isWanted),
  );
  return actions.find(isWanted);
}

async function applied(document: vscode.TextDocument, action: vscode.CodeAction | undefined): Promise<string> {
  assert.ok(action?.edit, 'no such action');
  assert.ok(await vscode.workspace.applyEdit(action.edit));
  return document.getText();
}

const clause = (text: string): string => `{ "filter_by": { "must": [${text}] } }`;

describe('problems of query files', () => {
  afterEach(closeQueries);

  const rows: [text: string, code: string, fix: string, fixed: string][] = [
    [
      clause('{ "match": { "source": "49" } }'),
      'matchOnIdField',
      'Use "term"',
      clause('{ "term": { "source": "49" } }'),
    ],
    [
      clause('{ "term": { "transcription.user": "shut up" } }'),
      'termOnText',
      'Use "match"',
      clause('{ "match": { "transcription.user": "shut up" } }'),
    ],
    [
      clause('{ "term": { "agent_id": "5" } }'),
      'fieldSlip',
      'Change to "agent_information.id"',
      clause('{ "term": { "agent_information.id": "5" } }'),
    ],
    [
      clause('{ "term": { "source": "+49 151" } }'),
      'phoneFormat',
      'Change to "49151"',
      clause('{ "term": { "source": "49151" } }'),
    ],
    [
      '{ "from_date": "2026-02-30", "to_date": "2026-03-03" }',
      'impossibleDate',
      'Change to "2026-02-28"',
      '{ "from_date": "2026-02-28", "to_date": "2026-03-03" }',
    ],
    ['{ "page_number": -1 }', 'pageNumber', 'Change to "0"', '{ "page_number": 0 }'],
  ];
  for (const [text, code, fix, fixed] of rows) {
    it(`${code}: shown, and "${fix}" mends it`, async () => {
      const { document } = await openQuery(text);
      const found = await askUntil(
        async () => ours(document),
        (problems) => problems.length > 0,
      );
      assert.deepEqual(found.map(codeOf), [code]);
      assert.equal(await applied(document, await actionIn(document, vscode.CodeActionKind.QuickFix, fix)), fixed);
      const left = await askUntil(
        async () => ours(document),
        (problems) => problems.length === 0,
      );
      assert.deepEqual(left.map(codeOf), []);
    });
  }

  it('says nothing twice: what the lint words, the schema does not', async () => {
    for (const text of [
      '{ "nam": "x" }',
      '{ "page_size": 0 }',
      clause('{}'),
      clause('{ "term": { "source": "1", "status": "ended" } }'),
    ]) {
      const { document } = await openQuery(text);
      await askUntil(
        async () => ours(document),
        (problems) => problems.length > 0,
      );
      await new Promise((resolve) => setTimeout(resolve, 700));
      const all = vscode.languages.getDiagnostics(document.uri);
      assert.equal(all.length, 1, `${text}: ${all.map(({ message }) => message).join(' / ')}`);
    }
  });

  it('follows typing', async () => {
    const { document } = await openQuery('{ "from_date": "now" }');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 16, 0, 19), 'soon');
    await vscode.workspace.applyEdit(edit);
    const found = await askUntil(
      async () => ours(document),
      (problems) => problems.length > 0,
    );
    assert.deepEqual(found.map(codeOf), ['badDate']);
  });

  it('has the severities of the settings', async () => {
    const settings = vscode.workspace.getConfiguration('insights');
    const { document } = await openQuery(clause('{ "match": { "source": "49" } }'));
    const severityWith = async (rule: string, wanted: (found: vscode.Diagnostic[]) => boolean) => {
      await settings.update('lint.rules', { matchOnIdField: rule }, vscode.ConfigurationTarget.Workspace);
      return (await askUntil(async () => ours(document), wanted)).map(({ severity }) => severity);
    };
    try {
      const { Error: error, Information: information } = vscode.DiagnosticSeverity;
      assert.deepEqual(await severityWith('error', ([first]) => first?.severity === error), [error]);
      assert.deepEqual(await severityWith('info', ([first]) => first?.severity === information), [information]);
      assert.deepEqual(await severityWith('off', (found) => found.length === 0), []);
      assert.deepEqual(await actionsIn(document, vscode.CodeActionKind.SourceFixAll), [], 'what is off is not mended');
    } finally {
      await settings.update('lint.rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('fixes all at once', async () => {
    const { document } = await openQuery(
      `// kept\n${clause('{ "match": { "source": "49" } }, { "term": { "agent_id": "5" } }')}`,
    );
    const action = await actionIn(document, vscode.CodeActionKind.SourceFixAll.append('insights'));
    assert.equal(
      await applied(document, action),
      `// kept\n${clause('{ "term": { "source": "49" } }, { "term": { "agent_information.id": "5" } }')}`,
    );
  });

  it('takes a key out of the text and hands it to secure storage', async () => {
    const { document } = await openQuery('{\n  "api_key": "a1B2c3D4e5F6a7B8c9D0e1F2",\n  "page_size": 1\n}');
    const action = await actionIn(document, vscode.CodeActionKind.QuickFix, 'Move to secure storage');
    assert.deepEqual(action?.command?.arguments?.slice(1), ['a1B2c3D4e5F6a7B8c9D0e1F2']);
    assert.equal(await applied(document, action), '{\n  "page_size": 1\n}');
  });

  it('freezes dates and makes them relative again', async () => {
    const { document } = await openQuery('{ "from_date": "now-7d/d", "to_date": "now/d" }');
    const kind = vscode.CodeActionKind.RefactorRewrite;
    const at = new vscode.Range(0, 18, 0, 18);
    const offered = (title: string) =>
      askUntil(
        async () => {
          const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
            'vscode.executeCodeActionProvider',
            document.uri,
            at,
            kind.value,
          );
          return actions.find((action) => action.title === title);
        },
        (action) => action !== undefined,
      );
    const frozen = await applied(document, await offered('Freeze to absolute dates'));
    assert.match(frozen, /^\{ "from_date": "\d{4}-\d\d-\d\d", "to_date": "\d{4}-\d\d-\d\d" \}$/);
    const relative = await applied(document, await offered('Make relative'));
    assert.equal(relative, '{ "from_date": "now-7d/d", "to_date": "now/d" }');
  });
});
