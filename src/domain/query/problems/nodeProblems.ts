import type { Node } from 'jsonc-parser';
import { findNodeAtLocation } from 'jsonc-parser';
import { itemsOf } from '../../json/jsonProperties.ts';
import { closest } from '../../text/closest.ts';
import type { ParsedQuery } from '../query.ts';
import type { LintContext } from './lintContext.ts';
import type { QueryProblem } from './queryProblem.ts';
import { problem } from './queryProblem.ts';

/** Ids of nodes are 24 hexadecimal digits or UUIDs in the documentation's example ("Session Model"). */
const nodeId = /^[\da-f-]{12,}$/iu;

/**
 * Nodes in expectations of a path that nobody calls so. A session can’t come through them: `never` of one would hold whatever
 * happens.
 */
export function findNodeProblems({ root }: ParsedQuery, context: Pick<LintContext, 'nodes'>): readonly QueryProblem[] {
  const expectations = (root && findNodeAtLocation(root, ['expect'])?.children) ?? [];
  const named = expectations.flatMap(nodesNamedIn).filter(({ value }) => mayBeName(value));
  const nodes = named.length > 0 ? context.nodes?.() : undefined;
  if (!nodes) return [];
  const names = [...new Set([...nodes.values()].map(({ name }) => name))];
  return named
    .filter(({ value }) => !nodes.has(value) && !names.includes(value))
    .map((node) => {
      const name = String(node.value);
      return problem(node, { code: 'unknownNode', node: name, suggestions: closest(name, names, 2) });
    });
}

function mayBeName(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && !value.includes('${') && !nodeId.test(value);
}

/** Where the path of an expectation names nodes. */
function nodesNamedIn(expectation: Node): readonly Node[] {
  if (expectation.type !== 'object') return [];
  const at = (key: string): Node | undefined => findNodeAtLocation(expectation, ['path', key]);
  return [...itemsOf(at('in_order')), ...itemsOf(at('never')), ...[at('ends_at') ?? []].flat()];
}
