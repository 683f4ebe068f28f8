import * as vscode from 'vscode';
import type { JsonProperty } from '../../domain/json/jsonProperties.ts';
import { propertiesOf } from '../../domain/json/jsonProperties.ts';
import type { ParsedQuery } from '../../domain/query/query.ts';
import type { QueryClause } from '../../domain/query/queryClauses.ts';
import { inertText } from '../../domain/text/inertText.ts';
import type { ParsedQueries } from '../queries/parsedQueries.ts';
import { rangeOf } from '../queries/parsedQueries.ts';
import { insightsQuery } from '../queries/querySelector.ts';

type Node = JsonProperty['node'];

/**
 * The outline and the breadcrumbs: what a query asks for, clause by clause, in words instead of in brackets.
 * VS Code's JSON features offer symbols too, of the kinds module, array, string, number, boolean and variable: package.json hides
 * those in the outline of query files, so ours are of others.
 */
export function registerOutline(queries: ParsedQueries): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    insightsQuery,
    {
      provideDocumentSymbols(document) {
        const query = queries.of(document);
        return query.properties.map((property) => new Outline(document, query).property(property));
      },
    },
    { label: vscode.l10n.t('Query') },
  );
}

class Outline {
  readonly #document: vscode.TextDocument;
  readonly #clauses: ReadonlyMap<Node, QueryClause>;

  constructor(document: vscode.TextDocument, query: ParsedQuery) {
    this.#document = document;
    this.#clauses = new Map(query.clauses.map((clause) => [clause.node, clause]));
  }

  property({ name, node, key, value }: JsonProperty): vscode.DocumentSymbol {
    const { Object: filter, Property: plain } = vscode.SymbolKind;
    const symbol = this.#symbol({ name, node, key }, name === 'filter_by' ? filter : plain);
    if (name === 'filter_by') symbol.children = this.#filter(value);
    else symbol.detail = this.#excerpt(value);
    return symbol;
  }

  #filter(filter: Node | undefined): vscode.DocumentSymbol[] {
    return propertiesOf(filter).map((occurrence) => {
      const symbol = this.#symbol(occurrence, vscode.SymbolKind.Object);
      symbol.children = (occurrence.value?.children ?? []).flatMap((node) => this.#clause(node));
      return symbol;
    });
  }

  #clause(node: Node): vscode.DocumentSymbol[] {
    return (this.#clauses.get(node)?.parts ?? []).flatMap((part) => {
      if (part.kind === 'bool') {
        const symbol = this.#symbol({ name: part.kind, node: part.node, key: part.key }, vscode.SymbolKind.Object);
        symbol.children = this.#filter(part.value);
        return [symbol];
      }
      return part.fields.map((field) => {
        const symbol = this.#symbol({ name: field.path, node: part.node, key: field.key }, vscode.SymbolKind.Field);
        symbol.detail = `${part.kind} ${this.#excerpt(field.value)}`;
        return symbol;
      });
    });
  }

  #symbol(part: { name: string; node: Node; key: Node }, kind: vscode.SymbolKind): vscode.DocumentSymbol {
    // VS Code refuses a symbol without a name.
    const name = part.name.trim() === '' ? '""' : inertText(part.name);
    return new vscode.DocumentSymbol(
      name,
      '',
      kind,
      rangeOf(this.#document, part.node),
      rangeOf(this.#document, part.key),
    );
  }

  #excerpt(value: Node | undefined): string {
    if (!value) return '';
    const text = inertText(this.#document.getText(rangeOf(this.#document, value)).replace(/\s+/gu, ' '));
    return text.length > 60 ? `${text.slice(0, 59)}…` : text;
  }
}
