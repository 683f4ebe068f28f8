import * as vscode from 'vscode';
import type { ParsedQuery, Span } from '../../domain/query/query.ts';
import { parseQuery } from '../../domain/query/query.ts';

/** Reads each version of a document once, however many features ask. */
export class ParsedQueries {
  readonly #read = new WeakMap<vscode.TextDocument, { readonly version: number; readonly query: ParsedQuery }>();

  of(document: vscode.TextDocument): ParsedQuery {
    const known = this.#read.get(document);
    if (known?.version === document.version) return known.query;
    const query = parseQuery(document.getText());
    this.#read.set(document, { version: document.version, query });
    return query;
  }
}

export function rangeOf(document: vscode.TextDocument, { offset, length }: Span): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}

export function isWithin({ offset, length }: Span, at: number): boolean {
  return at >= offset && at <= offset + length;
}
