import * as vscode from 'vscode';
import type { Lookup, LookupCondition, LookupRange } from '../../domain/find/lookup.ts';
import { defaultLookupRange } from '../../domain/find/lookupRange.ts';

/** What was read of what was typed; nothing where nothing was. Under the box where VS Code has a place for it, else above. */
export function readingWords(lookup: Lookup, { isRange }: { readonly isRange: boolean }): string {
  const { conditions, range } = lookup;
  if (conditions.length === 0 && !range) return '';
  if (!isRange) return vscode.l10n.t('The range ends before it begins.');
  const isId = conditions.some((one) => one.kind === 'id' && one.whole);
  return isId ? lookupWords(lookup) : wholeLookupWords(lookup);
}

/** How a lookup was read, with its range. */
export function wholeLookupWords(lookup: Lookup): string {
  return [lookupWords(lookup), rangeWords(lookup)].filter(Boolean).join(', ');
}

/** How a lookup was read, in a line: "calls from or to 447700900123, tag “refund”". */
export function lookupWords({ conditions }: Lookup): string {
  return conditions.map(conditionWords).join(', ');
}

function conditionWords(condition: LookupCondition): string {
  switch (condition.kind) {
    case 'id':
      return condition.whole
        ? vscode.l10n.t('session {0}', condition.id)
        : vscode.l10n.t('id with “{0}”', condition.id);
    case 'number':
      return vscode.l10n.t('calls from or to {0}', condition.digits);
    case 'tag':
      return vscode.l10n.t('tag “{0}”', condition.text);
    case 'agent':
      return vscode.l10n.t('agent “{0}”', condition.text);
    case 'node':
      return vscode.l10n.t('node “{0}”', condition.text);
    case 'code':
      return vscode.l10n.t('webhook answered {0}', condition.text);
    case 'parameter':
      return vscode.l10n.t('parameter {0} is “{1}”', condition.name, condition.text);
    case 'phrase':
      return vscode.l10n.t('said exactly “{0}”', condition.text);
    case 'word':
      return vscode.l10n.t('said “{0}”', condition.text);
  }
}

/** The range of a lookup as it stands in a sentence: "the last 7 days". */
export function rangeWords({ range = defaultLookupRange }: Lookup): string {
  const days = /^now-(\d+)d$/u.exec(range.from)?.[1];
  if (days !== undefined && range.to === 'now') return lastDays(Number(days));
  return range.written.includes('..') || /^\d{4}/u.test(range.written)
    ? vscode.l10n.t('{0} (UTC)', range.written)
    : relativeWords(range);
}

export function lastDays(days: number): string {
  return days === 1 ? vscode.l10n.t('the last day') : vscode.l10n.t('the last {0} days', days);
}

function relativeWords({ from, written }: LookupRange): string {
  if (from === 'now/d') return vscode.l10n.t('today (UTC)');
  if (from === 'now-1d/d') return vscode.l10n.t('yesterday (UTC)');
  return vscode.l10n.t('the last {0}', written);
}
