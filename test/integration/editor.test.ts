import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { askUntil, closeQueries, openQuery } from './support/queryDocument.ts';

const execute = <T>(command: string, ...args: unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(command, ...args);

async function labelsAt(text: string): Promise<string[]> {
  const { document, cursor } = await openQuery(text);
  const list = await askUntil(
    () => execute<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, cursor),
    ({ items }) => items.some((item) => item.kind !== vscode.CompletionItemKind.Text),
  );
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label).replaceAll('"', ''));
}

async function hoverAt(text: string): Promise<string> {
  const { document, cursor } = await openQuery(text);
  const hovers = await askUntil(
    () => execute<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, cursor),
    (found) => found.length > 0,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

describe('query files', () => {
  afterEach(closeQueries);

  it('have a language of their own', async () => {
    const { document } = await openQuery('{}');
    assert.equal(document.languageId, 'insights-query');
  });

  describe("VS Code's JSON features, through jsonLanguageParticipants", () => {
    it('complete the structure', async () => {
      const labels = await labelsAt('{ | }');
      for (const key of ['from_date', 'filter_by', 'sort_by']) assert.ok(labels.includes(key), `${key} in ${labels}`);
    });

    it('validate, and allow comments and trailing commas', async () => {
      const { document } = await openQuery('// why\n{ "page_size": "many", /* so */ "sort_by": [true], }\n');
      const json = (): vscode.Diagnostic[] =>
        vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source !== 'insights');
      const problems = await askUntil(
        async () => json(),
        (found) => found.length >= 2,
      );
      assert.equal(problems.length, 2, JSON.stringify(problems));
    });

    it('format, and keep the comments', async () => {
      const { document } = await openQuery('// why\n{"page_size":50, // so\n"sort_by":["id:asc"]}');
      const edits = await askUntil(
        () =>
          execute<vscode.TextEdit[] | undefined>('vscode.executeFormatDocumentProvider', document.uri, {
            tabSize: 2,
            insertSpaces: true,
          }),
        (found) => (found?.length ?? 0) > 0,
      );
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, edits ?? []);
      await vscode.workspace.applyEdit(edit);
      assert.equal(document.getText(), '// why\n{\n  "page_size": 50, // so\n  "sort_by": [\n    "id:asc"\n  ]\n}');
    });

    it('fold, and grow selections', async () => {
      const { document, cursor } = await openQuery(
        '{\n  "filter_by": {\n    "must": [\n      { "term": { "source": "4|9" } }\n    ]\n  }\n}\n',
      );
      const folds = await askUntil(
        () => execute<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri),
        (found) => found?.length > 0,
      );
      assert.deepEqual(
        folds.map(({ start }) => start),
        [0, 1, 2],
      );
      const [smallest] = await askUntil(
        () => execute<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [cursor]),
        ([first]) => document.getText(first?.range) === '49',
      );
      assert.equal(document.getText(smallest?.range), '49');
    });
  });

  it('toggle comments', async () => {
    const { document } = await openQuery('{\n  "page_size": 50|\n}\n');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor && editor.document === document);
    editor.selection = new vscode.Selection(1, 3, 1, 3);
    // VS Code reads what a comment is in a language after its first document was opened.
    const toggled = async (): Promise<string> => {
      if (!document.lineAt(1).text.includes('//')) await execute('editor.action.commentLine');
      return document.lineAt(1).text;
    };
    assert.equal(await askUntil(toggled, (line) => line.includes('//')), '  // "page_size": 50');
  });

  const words: [what: string, text: string, word: string][] = [
    ['a field', '{ "sort_by": ["agent_infor|mation.name:desc"] }', 'agent_information.name'],
    ['date math', '{ "from_date": "now-|7d/d" }', 'now-7d/d'],
    ['a date with math', '{ "from_date": "2026-01-01T10:00:00|||+1M/d" }', '2026-01-01T10:00:00||+1M/d'],
    ['an input', '{ "connection": "${input:cal|ler}" }', 'caller'],
  ];
  for (const [what, text, word] of words) {
    it(`take ${what} as one word`, async () => {
      const { document, cursor } = await openQuery(text);
      // VS Code reads what a word is in a language after its first document was opened.
      const taken = async (): Promise<string> => document.getText(document.getWordRangeAtPosition(cursor));
      assert.equal(await askUntil(taken, (found) => found === word), word);
    });
  }

  const hovers: [what: string, text: string, expected: RegExp][] = [
    ['a key', '{ "from_d|ate": "now" }', /"from_date": "now-7d\/d"/],
    ['a clause kind', '{ "filter_by": { "must": [{ "ter|m": { "source": "49" } }] } }', /"term"/],
    ['a field', '{ "filter_by": { "must": [{ "term": { "sou|rce": "49" } }] } }', /only `term` finds it/],
    ['a field to sort by', '{ "sort_by": ["channel_data.dura|tion:desc"] }', /number/],
    ['a known value', '{ "filter_by": { "must": [{ "term": { "channel_data.status_code": 2|00 } }] } }', /Erroneous/],
    ['a relative date', '{ "from_date": "now-|7d/d" }', /Now this is \*\*\d{4}-\d\d-\d\d 00:00 UTC\*\*/],
  ];
  for (const [what, text, expected] of hovers) {
    it(`explain ${what} on hover`, async () => assert.match(await hoverAt(text), expected));
  }

  it('show what dates stand for', async () => {
    const { document } = await openQuery('{ "from_date": "2026-01-01", "to_date": "2026-03-31" }');
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await askUntil(
      () => execute<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all),
      (found) => found?.length === 2,
    );
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['= 2026-01-01 00:00 UTC', '= 2026-03-31 23:59 UTC · 90 days, 2 windows'],
    );
  });

  it('colour fields by kind', async () => {
    const { document } = await openQuery(
      '{ "sort_by": ["id:asc"], "project_fields": ["transcription.user", "flow_data"] }',
    );
    const legend = await askUntil(
      () => execute<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri),
      (found) => found?.tokenTypes.includes('idField') ?? false,
    );
    const { data } = await askUntil(
      () => execute<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri),
      (found) => (found?.data.length ?? 0) > 0,
    );
    const types = [...data].filter((_, index) => index % 5 === 3).map((type) => legend.tokenTypes[type]);
    assert.deepEqual(types, ['idField', 'textField', 'objectField']);
  });

  it('have an outline by clause', async () => {
    const { document } = await openQuery(
      '{ "filter_by": { "must": [{ "term": { "source": "49" } }, { "bool": { "should": [{ "match": { "transcription.user": "hi" } }] } }] } }',
    );
    const isOurs = ({ name, kind }: vscode.DocumentSymbol): boolean =>
      name === 'filter_by' && kind === vscode.SymbolKind.Object;
    const symbols = await askUntil(
      () => execute<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri),
      (found) => found?.some(isOurs) ?? false,
    );
    const ours = symbols.find(isOurs);
    const lines = (symbol: vscode.DocumentSymbol, indent = ''): string[] => [
      `${indent}${symbol.name} ${symbol.detail}`.trimEnd(),
      ...symbol.children.flatMap((child) => lines(child, `${indent}  `)),
    ];
    assert.deepEqual(ours && lines(ours), [
      'filter_by',
      '  must',
      '    source term "49"',
      '    bool',
      '      should',
      '        transcription.user match "hi"',
    ]);
  });
});
