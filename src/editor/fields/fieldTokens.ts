import * as vscode from 'vscode';
import type { ParsedQuery, Span } from '../../domain/query/query.ts';
import { mentionsIn } from '../../domain/query/shapes/analysisShape.ts';
import { findField } from '../../domain/session/fields/fields.ts';
import type { ParsedQueries } from '../queries/parsedQueries.ts';
import { rangeOf } from '../queries/parsedQueries.ts';
import { insightsQuery } from '../queries/querySelector.ts';

/** The colours of fields by kind: package.json maps each type to colours that themes have. */
const legend = new vscode.SemanticTokensLegend([
  'idField',
  'textField',
  'numberField',
  'dateField',
  'booleanField',
  'objectField',
]);

export function registerFieldTokens(queries: ParsedQueries): vscode.Disposable {
  return vscode.languages.registerDocumentSemanticTokensProvider(
    insightsQuery,
    {
      provideDocumentSemanticTokens(document) {
        const builder = new vscode.SemanticTokensBuilder(legend);
        for (const { path, span } of fieldNames(queries.of(document))) {
          const kind = findField(path)?.kind;
          if (kind && span.length > 0) builder.push(rangeOf(document, span), `${kind}Field`);
        }
        return builder.build();
      },
    },
    legend,
  );
}

/** Every place of a query that names a field, without quotes. */
export function* fieldNames(query: ParsedQuery): Generator<{ readonly path: string; readonly span: Span }> {
  for (const clause of query.clauses) {
    for (const { fields } of clause.parts) {
      for (const { path, key } of fields) yield { path, span: { offset: key.offset + 1, length: key.length - 2 } };
    }
  }
  for (const { kind, path, node } of mentionsIn(query.root)) {
    if (kind === 'field') yield { path, span: { offset: node.offset + 1, length: node.length - 2 } };
  }
  for (const { path, offset, length } of [...query.sortKeys, ...query.projections]) {
    yield { path, span: { offset, length } };
  }
}
