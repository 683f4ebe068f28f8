import * as vscode from 'vscode';
import type { QueryCompletion } from '../../domain/query/completion/completionEntry.ts';
import { asksForDate, completionsAt } from '../../domain/query/completion/queryCompletion.ts';
import { replacementOf } from '../../domain/query/completion/replacementOf.ts';
import type { ParsedQuery } from '../../domain/query/query.ts';
import { inertText } from '../../domain/text/inertText.ts';
import type { GitRef } from '../../host/git/gitRepository.ts';
import { refTypes } from '../../host/git/gitRepository.ts';
import type { SeenValue } from '../learning/seenValues.ts';
import type { ParsedQueries } from '../queries/parsedQueries.ts';
import { rangeOf } from '../queries/parsedQueries.ts';
import { insightsQuery } from '../queries/querySelector.ts';
import type { Starter } from '../writing/starters.ts';
import { clauseWords } from './clauseWords.ts';

export interface CompletionSources {
  readonly queries: ParsedQueries;
  /** What was seen in a field on the connection of a query, the newest first. */
  /** The tags and branches of a file's repository, those made last first; undefined where there is none. */
  readonly refsOf: (file: vscode.Uri) => Promise<readonly GitRef[] | undefined>;
  readonly seenIn: (query: ParsedQuery, fieldPath: string, file: vscode.Uri) => readonly SeenValue[];
}

/**
 * Offers what fits next, and nothing where nothing does: VS Code's own completion of JSON does so where what it put in goes on at an empty
 * place.
 */
const suggestNext: vscode.Command = {
  title: '',
  command: 'editor.action.triggerSuggest',
  arguments: [{ auto: true }],
};

/** Everything that fits at the cursor but the structure, which VS Code's JSON features offer from the schema. */
export function registerCompletion({ queries, refsOf, seenIn }: CompletionSources): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    insightsQuery,
    {
      async provideCompletionItems(document, position) {
        const query = queries.of(document);
        if (!query.root) return (await import('../writing/starters.ts')).starters().map(starterItem);
        const at = document.offsetAt(position);
        const refs = asksForDate(query, at) ? await refsOf(document.uri) : undefined;
        const found = completionsAt(query, at, {
          ...(refs ? { refs: namedRefs(refs) } : {}),
          valuesOf: (fieldPath) => seenIn(query, fieldPath, document.uri),
        });
        const offered = found.items.filter((item) => !item.builtIn);
        const isPlaceholder = isSelected(document, position);
        return offered.map((item) => {
          const made = isPlaceholder
            ? replacementOf(item, found, query.text, at)
            : { ...item, offset: found.offset, length: found.length };
          return completionItem(made, rangeOf(document, made));
        });
      },
    },
    '"',
    ':',
    '.',
    '$',
    ' ',
  );
}

/** Tags before branches; those of remotes are left to whoever types them. */
function namedRefs(refs: readonly GitRef[]) {
  const named = (wanted: number, kind: 'tag' | 'branch') =>
    refs.flatMap(({ type, name }) => (type === wanted && name ? [{ name, kind }] : []));
  return [...named(refTypes.tag, 'tag'), ...named(refTypes.branch, 'branch')];
}

/** A blank file may become any of the queries of the starter pack. */
function starterItem(starter: Starter): vscode.CompletionItem {
  const item = new vscode.CompletionItem(starter.label, vscode.CompletionItemKind.Snippet);
  item.insertText = new vscode.SnippetString(starter.snippet);
  item.detail = starter.detail;
  return item;
}

/** Whether it leaves the cursor where a text or an object is to be filled in. */
function goesOn({ snippet, insertText }: QueryCompletion): boolean {
  return snippet && /"\$1"|\{ \$1 \}/u.test(insertText);
}

/** Whether the text up to a place is selected, as a snippet's placeholder is. */
function isSelected(document: vscode.TextDocument, position: vscode.Position): boolean {
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document && !editor.selection.isEmpty && editor.selection.end.isEqual(position);
}

function completionItem(offered: QueryCompletion, range: vscode.Range): vscode.CompletionItem {
  const { detail } = offered;
  const label = inertText(offered.clause === undefined ? offered.label : clauseWords(offered.clause));
  // What tells values of one name apart shows in every row; of everything else, in the row that is looked at.
  const told = offered.kind === 'value' && detail !== undefined;
  const words = detail === undefined ? '' : inertText(detail);
  const item = new vscode.CompletionItem(told ? { label, description: words } : label, kindOf(offered.kind));
  item.range = range;
  item.insertText = offered.snippet ? new vscode.SnippetString(offered.insertText) : offered.insertText;
  if (goesOn(offered)) item.command = suggestNext;
  item.sortText = offered.sortText;
  if (offered.filterText !== undefined && offered.clause === undefined) item.filterText = offered.filterText;
  if (!told && words !== '') item.detail = words;
  if (offered.documentation !== undefined) item.documentation = new vscode.MarkdownString(offered.documentation);
  return item;
}

function kindOf(kind: QueryCompletion['kind']): vscode.CompletionItemKind {
  switch (kind) {
    case 'key':
      return vscode.CompletionItemKind.Property;
    case 'clause':
      return vscode.CompletionItemKind.Keyword;
    case 'field':
    case 'direction':
      return vscode.CompletionItemKind.Field;
    case 'value':
      return vscode.CompletionItemKind.Value;
    case 'date':
      return vscode.CompletionItemKind.Constant;
    case 'input':
      return vscode.CompletionItemKind.Variable;
    case 'snippet':
      return vscode.CompletionItemKind.Snippet;
  }
}
