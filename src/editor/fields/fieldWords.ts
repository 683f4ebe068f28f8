import * as vscode from 'vscode';
import type { Field } from '../../domain/session/fields/fields.ts';
import { translated } from '../../host/translated.ts';
import { kindWords } from '../../words/kindWords.ts';

/** How a field can be used in a query. */
function usageWords(field: Field): string {
  const uses = [
    ...(field.kind === 'object' ? [vscode.l10n.t('can be retrieved as a whole')] : []),
    ...(field.termOnly ? [vscode.l10n.t('only `term` finds it')] : []),
    ...(field.kind === 'text' ? [vscode.l10n.t('`match` searches it')] : []),
    ...(field.sortable ? [vscode.l10n.t('can be sorted by')] : []),
    ...(field.multiple && field.kind !== 'object' ? [vscode.l10n.t('a session may hold several')] : []),
  ];
  return [translated(() => kindWords(field.kind)), ...uses].join(' · ');
}

/** Where the service's documentation speaks of a field. */
function sourceWords(field: Field): string {
  const places = field.documentedIn.map(placeWords);
  return vscode.l10n.t('In the documentation: {0}', places.join(', '));
}

function placeWords(place: Field['documentedIn'][number]): string {
  switch (place) {
    case 'id-fields':
      return vscode.l10n.t('the list of ID fields');
    case 'model':
      return vscode.l10n.t('the session model');
    case 'sample':
      return vscode.l10n.t('the sample session');
  }
}

/** Everything to know of a field, as Markdown. */
export function describeField(field: Field): vscode.MarkdownString {
  const words = new vscode.MarkdownString();
  words.appendMarkdown(`**${field.title}** — ${usageWords(field)}\n\n${field.description}`);
  if (field.unit) words.appendMarkdown(`\n\n${vscode.l10n.t('Unit: {0}', field.unit)}`);
  if (field.knownValues.length > 0) {
    const values = field.knownValues.map(({ value, words: meaning }) => `- \`${JSON.stringify(value)}\` ${meaning}`);
    words.appendMarkdown(`\n\n${values.join('\n')}`);
  }
  const [example] = field.examples;
  if (example !== undefined)
    words.appendMarkdown(`\n\n${vscode.l10n.t('Example: {0}', `\`${JSON.stringify(example)}\``)}`);
  words.appendMarkdown(`\n\n*${sourceWords(field)}*`);
  return words;
}
