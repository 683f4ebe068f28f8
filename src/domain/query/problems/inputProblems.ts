import type { Node } from 'jsonc-parser';
import { propertiesOf } from '../../json/jsonProperties.ts';
import { findReferences, referenceStrings } from '../inputs.ts';
import type { ParsedQuery } from '../query.ts';
import { offsetInText } from '../queryFieldLists.ts';
import type { QueryProblem } from './queryProblem.ts';
import { problem } from './queryProblem.ts';

/** Inputs that are used but not declared, the reverse, and declarations that cannot be. */
export function findInputProblems(query: ParsedQuery): readonly QueryProblem[] {
  const found: QueryProblem[] = [];
  const references = findReferences(query);
  const used = new Set(references.filter(({ kind }) => kind === 'input').map(({ name }) => name));
  const declared = new Set<string>();
  const ids = query.inputs.map(({ id }) => id?.value);
  for (const { id, type, node } of query.inputs) {
    if (type?.value === 'pickString' && !hasOptions(node)) found.push(problem(type, { code: 'pickWithoutOptions' }));
    if (type?.value === 'password')
      found.push(problem(type, { code: 'passwordInput', ...(id ? { id: id.value } : {}) }));
    if (!id) continue;
    if (declared.has(id.value)) found.push(problem(id, { code: 'repeatedInput', id: id.value }));
    else if (!used.has(id.value) && ids.indexOf(id.value) === ids.lastIndexOf(id.value))
      found.push(problem(id, { code: 'unusedInput', id: id.value }));
    declared.add(id.value);
  }
  for (const reference of references) {
    if (reference.kind === 'input' && !declared.has(reference.name)) {
      found.push(problem(reference, { code: 'undeclaredInput', id: reference.name }));
    }
  }
  for (const { value } of referenceStrings(query)) {
    const text = String(value.value).replace(/\$\{(?:input|env):[^${}]+\}/g, (whole) => ' '.repeat(whole.length));
    for (const broken of text.matchAll(/\$\{(?:input|env)\b[^"}]*\}?/g)) {
      const offset = offsetInText(query.text, value, broken.index);
      const length = offsetInText(query.text, value, broken.index + broken[0].length) - offset;
      found.push(problem({ offset, length }, { code: 'brokenReference', text: broken[0] }));
    }
  }
  return found;
}

function hasOptions(input: Node): boolean {
  const options = propertiesOf(input).findLast(({ name }) => name === 'options')?.value;
  return options?.type === 'array' && (options.children?.length ?? 0) > 0;
}
