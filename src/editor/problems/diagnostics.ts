import * as vscode from 'vscode';
import type { QueryProblem } from '../../domain/query/problems/queryProblem.ts';
import { findProblems } from '../../domain/query/problems/queryProblems.ts';
import { documentationPage } from '../../domain/session/fields/documentation.ts';
import { inertText } from '../../domain/text/inertText.ts';
import type { Commits } from '../../host/git/commits.ts';
import type { NodeFiles } from '../../host/nodeFiles.ts';
import { onDidChangeSetting } from '../../host/settings.ts';
import type { ParsedQueries } from '../queries/parsedQueries.ts';
import { rangeOf } from '../queries/parsedQueries.ts';
import { insightsQuery } from '../queries/querySelector.ts';
import { withSeverities } from './lintRules.ts';
import { problemWords } from './problemWords.ts';

/** The source of our diagnostics, as the Problems panel shows it. */
const diagnosticSource = 'insights';

/** Typing goes on meanwhile: problems are looked for when it pauses. */
const pause = 150;

export interface DiagnosticSources {
  readonly queries: ParsedQueries;
  readonly now: () => Date;
  readonly commits: Pick<Commits, 'of' | 'onDidChange'>;
  readonly nodeFiles: Pick<NodeFiles, 'knownFor' | 'onDidChange'>;
}

/** What is wrong with open query files beyond what their schema says. */
export function registerDiagnostics(sources: DiagnosticSources): vscode.Disposable {
  return new Diagnostics(sources);
}

class Diagnostics implements vscode.Disposable {
  readonly #sources: DiagnosticSources;
  readonly #collection = vscode.languages.createDiagnosticCollection(diagnosticSource);
  readonly #pending = new Map<vscode.TextDocument, NodeJS.Timeout>();
  readonly #listeners: vscode.Disposable;

  constructor(sources: DiagnosticSources) {
    this.#sources = sources;
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.#lint(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#lintSoon(document)),
      onDidChangeSetting('insights.lint', () => this.#lintAll()),
      sources.commits.onDidChange(() => this.#lintAll()),
      sources.nodeFiles.onDidChange(() => this.#lintAll()),
    );
    this.#lintAll();
  }

  dispose(): void {
    this.#listeners.dispose();
    for (const timer of this.#pending.values()) clearTimeout(timer);
    this.#collection.dispose();
  }

  #lintAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#lint(document);
  }

  #lintSoon(document: vscode.TextDocument): void {
    clearTimeout(this.#pending.get(document));
    this.#pending.set(
      document,
      setTimeout(() => this.#lint(document), pause),
    );
  }

  #lint(document: vscode.TextDocument): void {
    this.#pending.delete(document);
    if (document.isClosed || vscode.languages.match(insightsQuery, document) === 0) return;
    const { queries, now, commits, nodeFiles } = this.#sources;
    const nodes = () => nodeFiles.knownFor(document.uri);
    const context = { now: now(), commits: commits.of(document.uri), nodes };
    const problems = withSeverities(findProblems(queries.of(document), context), document);
    this.#collection.set(
      document.uri,
      problems.map((problem) => diagnosticOf(problem, document)),
    );
  }

  #forget(document: vscode.TextDocument): void {
    clearTimeout(this.#pending.get(document));
    this.#pending.delete(document);
    this.#collection.delete(document.uri);
  }
}

/** A problem as VS Code shows it. */
export function diagnosticOf(problem: QueryProblem, document: vscode.TextDocument): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    rangeOf(document, problem),
    inertText(problemWords(problem)),
    severities[problem.severity],
  );
  diagnostic.source = diagnosticSource;
  diagnostic.code =
    problem.section === 'extension'
      ? problem.code
      : { value: problem.code, target: vscode.Uri.parse(documentationPage) };
  if (problem.code === 'unusedInput') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
  if (problem.code === 'duplicateClause' || problem.code === 'contradiction') {
    const first = rangeOf(document, { offset: problem.firstOffset, length: 1 });
    const location = new vscode.Location(document.uri, first);
    diagnostic.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(location, vscode.l10n.t('The other clause')),
    ];
  }
  return diagnostic;
}

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
} as const;
