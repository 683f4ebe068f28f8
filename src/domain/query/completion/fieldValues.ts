import type { CompletionPlace } from '../../json/textPlace.ts';
import { findField } from '../../session/fields/fields.ts';
import type { ParsedQuery } from '../query.ts';
import type { CompletionEntry, SeenValues } from './completionEntry.ts';

/** The values that a field may have: known, and seen in sessions. */
export function fieldValues(path: string, seen: SeenValues): readonly CompletionEntry[] {
  const field = findField(path);
  const plain = (value: string) =>
    field?.kind === 'number' && /^-?\d+(\.\d+)?$/.test(value) ? value : JSON.stringify(value);
  const known = (field?.knownValues ?? []).map(
    ({ value, words }): CompletionEntry => ({
      label: String(value),
      insertText: plain(String(value)),
      kind: 'value',
      detail: words,
    }),
  );
  const truths =
    field?.kind === 'boolean'
      ? ['true', 'false'].map((label): CompletionEntry => ({ label, insertText: label, kind: 'value' }))
      : [];
  const met = seen.valuesOf(path).map(
    ({ value, label, detail }): CompletionEntry => ({
      label: label ?? value,
      insertText: plain(value),
      kind: 'value',
      ...(label === undefined && detail === undefined
        ? {}
        : {
            detail: [label === undefined ? undefined : value, detail].filter(Boolean).join(' · '),
            filterText: [label, value, detail].filter(Boolean).join(' '),
          }),
    }),
  );
  return [...known, ...truths, ...met];
}

/** Declared inputs; within a string that has begun already, they complete what stands before the cursor. */
export function inputEntries(query: ParsedQuery, { written }: CompletionPlace): readonly CompletionEntry[] {
  const ids = query.inputs.flatMap(({ id }) => (id ? [id.value] : []));
  const lead = /^(.*?)(?:\$(?:\{[a-z]*:?[^}]*)?)?$/s.exec(written)?.[1] ?? '';
  return ids.map((id) => ({
    label: `\${input:${id}}`,
    insertText: `"${lead}\${input:${id}}"`,
    kind: 'input',
    filterText: `${lead}\${input:${id}}`,
  }));
}
