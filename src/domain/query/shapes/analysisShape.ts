import type { Node } from 'jsonc-parser';
import { findNodeAtOffset, getNodePath } from 'jsonc-parser';
import { childrenOf, propertiesOf } from '../../json/jsonProperties.ts';
import { aggregationsShape } from './aggregationShapes.ts';
import { boolShape, conditionsShape } from './conditionShapes.ts';
import type { FieldPlace, MakeShape, Shape } from './shape.ts';
import { plain } from './shape.ts';

const bounds = { gt: plain, gte: plain, lt: plain, lte: plain, eq: plain };
const number: Readonly<Record<string, MakeShape>> = { ...bounds, over_before: () => ({ keys: bounds }) };
const node: MakeShape = () => ({ value: { kind: 'node' } });
const nodes: MakeShape = () => ({ items: () => ({ value: { kind: 'node' } }) });

const subjects: Readonly<Record<string, MakeShape>> = {
  total: () => ({ keys: number }),
  aggregation: () => ({ keys: { path: () => ({ items: () => ({ value: { kind: 'resultPath' } }) }), ...number } }),
  every: () => conditionsShape(),
  no: () => conditionsShape(),
  at_least: () => ({ keys: { count: plain, of: () => conditionsShape() } }),
  path: () => ({ keys: { in_order: nodes, never: nodes, ends_at: node } }),
};

const parts: Readonly<Record<string, MakeShape>> = {
  refine: () => boolShape(),
  aggs: aggregationsShape,
  expect: () => ({ items: () => ({ keys: { name: plain, ...subjects }, only: Object.keys(subjects) }) }),
};

/** What may stand at a path of a query, if that leads into `refine`, `aggs` or `expect`; the text may be unfinished. */
export function shapeAt(root: Node | undefined, path: readonly (string | number)[]): Shape | undefined {
  let shape: Shape | undefined = { keys: parts };
  let at = root;
  for (const segment of path) {
    shape = shape && shapeBelow(shape, segment, at);
    at = typeof segment === 'number' ? at?.children?.[segment] : valueAt(at, segment);
  }
  return shape;
}

/** A field that is named, by a key or by a text; or a value that is looked for in one. The node has its quotes. */
export type Mention =
  | ({ readonly kind: 'field'; readonly path: string; readonly node: Node } & FieldPlace)
  | { readonly kind: 'value'; readonly path: string; readonly node: Node };

/** Every field and every value that `refine`, `aggs` and `expect` speak of, in the text's order. */
export function* mentionsIn(root: Node | undefined): Generator<Mention> {
  if (root) yield* mentionsBelow({ keys: parts }, root);
}

function* mentionsBelow(shape: Shape, at: Node): Generator<Mention> {
  if (at.type === 'array') {
    for (const child of childrenOf(at)) if (shape.items) yield* mentionsBelow(shape.items(), child);
  } else if (at.type === 'object') {
    for (const { name, key, value } of propertiesOf(at)) {
      if (shape.fields) yield { kind: 'field', ...shape.fields, path: name, node: key };
      const below = value && shapeBelow(shape, name, at);
      if (below) yield* mentionsBelow(below, value);
    }
  } else if (shape.value?.kind === 'field') {
    if (at.type === 'string') yield { ...shape.value, path: String(at.value), node: at };
  } else if (shape.value?.kind === 'valueOf') yield { kind: 'value', path: shape.value.field, node: at };
  else if (shape.value?.kind === 'node') yield { kind: 'value', path: 'flow_path.node_id', node: at };
}

/** The key at an offset, with what may stand in the object that has it; undefined where there is none of these. */
export function keyAt(
  root: Node | undefined,
  offset: number,
): { readonly key: Node; readonly shape: Shape } | undefined {
  const key = root && findNodeAtOffset(root, offset);
  if (key?.parent?.type !== 'property' || key.parent.children?.[0] !== key) return undefined;
  const shape = shapeAt(root, getNodePath(key).slice(0, -1));
  return shape && { key, shape };
}

function shapeBelow(shape: Shape, segment: string | number, at: Node | undefined): Shape | undefined {
  if (typeof segment === 'number') return shape.items?.();
  const make = shape.keys && Object.hasOwn(shape.keys, segment) ? shape.keys[segment] : undefined;
  if (make) return make((key) => textOf(valueAt(at, key)));
  return shape.fields ? shape.fields.value(segment) : shape.named?.();
}

function valueAt(at: Node | undefined, name: string): Node | undefined {
  return propertiesOf(at).findLast((property) => property.name === name)?.value;
}

function textOf(at: Node | undefined): string | undefined {
  return at?.type === 'string' ? String(at.value) : undefined;
}
