import { isSecretField } from './secretNames.ts';
import type { SecretStretch } from './secretValues.ts';
import { isNoSecret } from './secretValues.ts';

const insert = /\b(?:insert|replace)\s+into\s[^()]{1,200}\(([^()]{1,2000})\)\s*values\s*/giu;
const cell = /\s*(?:[ENBX]?'((?:[^'\\]|''|\\.)*)'|"([^"]*)"|((?:[^,()'"]|\([^()]*\))*))\s*([,)])/iuy;

/** The secrets of rows that SQL inserts, by the names of their columns. */
export function secretsOfInserts(text: string): readonly SecretStretch[] {
  if (!/into/i.test(text)) return [];
  const found: SecretStretch[] = [];
  for (const { 0: lead, 1: written = '', index } of text.matchAll(insert)) {
    const columns = written.split(',').map((name) => name.trim().replaceAll(/^["'`[]|["'`\]]$/gu, ''));
    if (!columns.some(isSecretField)) continue;
    let at = index + lead.length;
    while (text.charAt(at) === '(') {
      at = readRow(text, at + 1, columns, found);
      at += /^\s*,\s*(?=\()/u.exec(text.slice(at, at + 50))?.[0].length ?? 0;
    }
  }
  return found;
}

/** Reads a row that begins at `start`; where it ends. */
function readRow(text: string, start: number, columns: readonly string[], found: SecretStretch[]): number {
  cell.lastIndex = start;
  for (let column = 0; ; column += 1) {
    const read = cell.exec(text);
    if (!read) return text.length;
    const [all, single, double, bare = '', mark] = read;
    const value = single ?? double ?? bare.trim();
    const name = columns[column] ?? '';
    const from = read.index + all.indexOf(value, single === undefined && double === undefined ? 0 : 1);
    if (isSecretField(name) && value !== '' && !isNoSecret(value)) {
      found.push({ start: from, end: from + value.length, name });
    }
    if (mark === ')') return cell.lastIndex;
  }
}
