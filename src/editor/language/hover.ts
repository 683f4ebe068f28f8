import * as vscode from 'vscode';
import type { JsonProperty } from '../../domain/json/jsonProperties.ts';
import { propertiesOf } from '../../domain/json/jsonProperties.ts';
import type { ParsedQuery, Span } from '../../domain/query/query.ts';
import { keyAt as keyOfAnalysisAt, mentionsIn } from '../../domain/query/shapes/analysisShape.ts';
import { findField, findSlip } from '../../domain/session/fields/fields.ts';
import { markdownOfText } from '../../domain/text/inertText.ts';
import type { Commits } from '../../host/git/commits.ts';
import { timeZone } from '../../host/settings.ts';
import { rangeOfQuery } from '../dates/dateHints.ts';
import { instantWords, lengthWords } from '../dates/dateWords.ts';
import { fieldNames } from '../fields/fieldTokens.ts';
import { describeField } from '../fields/fieldWords.ts';
import type { ParsedQueries } from '../queries/parsedQueries.ts';
import { isWithin, rangeOf } from '../queries/parsedQueries.ts';
import { insightsQuery } from '../queries/querySelector.ts';
import { describeAnalysisKey } from './analysisWords.ts';
import { describeKey } from './keyWords.ts';

export interface HoverSources {
  readonly queries: ParsedQueries;
  readonly now: () => Date;
  readonly commits: Pick<Commits, 'of'>;
  /** What an id that was seen on a query's connection, or that a node file names, is called. */
  readonly nameOf: (query: ParsedQuery, value: { path: string; id: string; file: vscode.Uri }) => string | undefined;
}

/**
 * What the schema's hover cannot say: how a field can be used, what a date stands for now, what an id is called.
 * VS Code shows it below the schema's words.
 */
export function registerHover(sources: HoverSources): vscode.Disposable {
  return vscode.languages.registerHoverProvider(insightsQuery, {
    provideHover(document, position) {
      const query = sources.queries.of(document);
      const at = document.offsetAt(position);
      const found =
        dateAt(query, at, { ...sources, file: document.uri }) ??
        valueAt(query, at, { ...sources, file: document.uri }) ??
        fieldAt(query, at) ??
        keyAt(query, at);
      return found ? new vscode.Hover(found.words, rangeOf(document, found.span)) : undefined;
    },
  });
}

interface Found {
  readonly span: Span;
  readonly words: vscode.MarkdownString;
}

function dateAt(
  query: ParsedQuery,
  at: number,
  { now, commits, file }: HoverSources & { readonly file: vscode.Uri },
): Found | undefined {
  const span = [query.fromDate, query.toDate].find((date) => date && isWithin(date, at));
  const range = span && rangeOfQuery(query, now(), commits.of(file));
  if (!range || 'code' in range) return undefined;
  const bound = span === query.fromDate ? range.from : range.to;
  const words = new vscode.MarkdownString();
  words.appendMarkdown(vscode.l10n.t('Now this is **{0}**', instantWords(bound, timeZone())));
  if (timeZone() !== 'utc') words.appendMarkdown(` (${instantWords(bound, 'utc')})`);
  words.appendMarkdown(`\n\n${vscode.l10n.t('The whole range: {0}', lengthWords(range))}`);
  return { span, words };
}

function valueAt(
  query: ParsedQuery,
  at: number,
  { nameOf, file }: HoverSources & { readonly file: vscode.Uri },
): Found | undefined {
  for (const { path, value } of lookedFor(query)) {
    if (!isWithin(value, at)) continue;
    const known = findField(path)?.knownValues.find((candidate) => candidate.value === value.value)?.words;
    if (known) return { span: value, words: new vscode.MarkdownString(known) };
    const name = nameOf(query, { path, id: String(value.value), file });
    // Names come from sessions and from whoever wrote the node file: text, never Markdown.
    return name === undefined ? undefined : { span: value, words: new vscode.MarkdownString(markdownOfText(name)) };
  }
  return undefined;
}

/** The values that a query looks for, each with its field. */
function* lookedFor(query: ParsedQuery): Generator<{ readonly path: string; readonly value: JsonProperty['node'] }> {
  for (const { parts } of query.clauses) {
    for (const { path, value } of parts.flatMap((part) => part.fields)) if (value) yield { path, value };
  }
  for (const { kind, path, node } of mentionsIn(query.root)) if (kind === 'value') yield { path, value: node };
}

function fieldAt(query: ParsedQuery, at: number): Found | undefined {
  for (const { path, span } of fieldNames(query)) {
    if (!isWithin(span, at)) continue;
    const field = findField(findSlip(path)?.use ?? path);
    return field && { span, words: describeField(field) };
  }
  return undefined;
}

function keyAt(query: ParsedQuery, at: number): Found | undefined {
  const filters = new Set(query.clauses.map((clause) => clause.filter));
  const occurrences = [...filters].flatMap(propertiesOf);
  const parts = query.clauses.flatMap((clause) => clause.parts);
  const keys = [...query.properties, ...occurrences, ...parts].map((part) => part.key);
  const key = keys.find((candidate) => isWithin(candidate, at));
  const words = key && describeKey(String(key.value));
  return words ? { span: key, words } : analysisKeyAt(query, at);
}

function analysisKeyAt({ root }: ParsedQuery, at: number): Found | undefined {
  const found = keyOfAnalysisAt(root, at);
  const words = found && describeAnalysisKey(found.shape, String(found.key.value));
  return words && { span: found.key, words };
}
