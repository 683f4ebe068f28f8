import type { JsonProperty } from '../../json/jsonProperties.ts';
import { propertiesOf } from '../../json/jsonProperties.ts';
import type { TextEdit } from '../../json/textEdits.ts';
import { insertFirst, removeNode, removeNodes, replaceNode, sorted } from '../../json/textEdits.ts';
import { writeReadably } from '../../json/writeJson.ts';
import { queryOfUrl } from '../pasted/addressQuery.ts';
import { bodyOf, isBodyKey } from '../pasted/bodyOf.ts';
import { isObject } from '../pasted/isObject.ts';
import { readSearchRequest } from '../pasted/searchRequest.ts';
import type { ParsedQuery } from '../query.ts';
import { occurrences } from '../queryClauses.ts';

/** Puts the lists into a `filter_by`, with the comments among them when they stand together. */
export function wrapFilter(query: ParsedQuery): readonly TextEdit[] {
  const { text, properties, root } = query;
  const raw = (property: JsonProperty) => text.slice(property.node.offset, property.node.offset + property.node.length);
  const lists = properties.filter(({ name }) => occurrences.some((known) => known === name));
  const filter = properties.findLast(({ name }) => name === 'filter_by')?.value;
  const [bool, secondBool] = properties.filter(({ name }) => name === 'bool');
  if (bool) return lists.length > 0 || filter || secondBool ? [] : [replaceNode(bool.key, '"filter_by"')];
  const [first] = lists;
  const last = lists.at(-1);
  if (!first || !last || !root) return [];
  if (filter) {
    if (filter.type !== 'object') return [];
    const taken = new Set(propertiesOf(filter).map(({ name }) => name));
    if (lists.length > 1 || taken.has(first.name)) return [];
    return sorted([...insertFirst(text, filter, raw(first)), ...removeNode(text, first.node)]);
  }
  const together = properties.indexOf(last) - properties.indexOf(first) === lists.length - 1;
  if (together) {
    const end = last.node.offset + last.node.length;
    return [
      { offset: first.node.offset, length: 0, text: '"filter_by": {' },
      { offset: end, length: 0, text: '}' },
    ];
  }
  const rest = removeNodes(
    text,
    lists.slice(1).map(({ node }) => node),
  );
  return sorted([replaceNode(first.node, `"filter_by": { ${lists.map(raw).join(', ')} }`), ...rest]);
}

/**
 * A whole text that is an address becomes a query; an address among other keys becomes the keys that are not there yet. Nothing is
 * made of an address whose filter cannot be read.
 */
export function urlEdits(query: ParsedQuery, offset: number, url: string): readonly TextEdit[] {
  const asked = queryOfUrl(url);
  if (!asked) return [];
  if (!isObject(query) || offset === query.root?.offset) {
    return [{ offset: 0, length: query.text.length, text: `${writeReadably(asked)}\n` }];
  }
  const property = query.properties.find(({ node }) => node.offset === offset);
  if (!property) return [];
  const added = Object.entries(asked).filter(
    ([name]) => !query.properties.some((other) => other !== property && other.name === name),
  );
  if (added.length === 0) return removeNode(query.text, property.node);
  return [replaceNode(property.node, membersOf(Object.fromEntries(added)))];
}

/** The body of an Elasticsearch search becomes the keys of a query, where none of them is there yet; a whole request becomes a query. */
export function bodyEdits(query: ParsedQuery): readonly TextEdit[] {
  const { text, properties } = query;
  if (!isObject(query)) {
    const request = readSearchRequest(text);
    return request ? [{ offset: 0, length: text.length, text: `${writeReadably(request.query)}\n` }] : [];
  }
  const asked = bodyOf(query).query;
  const own = properties.filter(({ name }) => !isBodyKey(name));
  if (own.some(({ name }) => Object.hasOwn(asked, name))) return [];
  const [first, ...rest] = properties.filter(({ name }) => isBodyKey(name));
  if (!first) return [];
  const members = membersOf(asked);
  if (members === '')
    return removeNodes(
      text,
      [first, ...rest].map(({ node }) => node),
    );
  return sorted([
    replaceNode(first.node, members),
    ...removeNodes(
      text,
      rest.map(({ node }) => node),
    ),
  ]);
}

/** The members of an object, each on its line, without its braces; empty where it has none. */
function membersOf(object: object): string {
  if (Object.keys(object).length === 0) return '';
  const text = writeReadably(object);
  return text.slice(text.indexOf('\n') + 1, text.lastIndexOf('\n')).trimStart();
}

/** Declares an input that is asked for as a text, in front of the others. */
export function declareInput(query: ParsedQuery, id: string): readonly TextEdit[] {
  if (query.root?.type !== 'object') return [];
  const declaration = `{ "id": ${JSON.stringify(id)}, "type": "promptString" }`;
  const inputs = query.properties.findLast(({ name }) => name === 'inputs')?.value;
  if (!inputs) return insertFirst(query.text, query.root, `"inputs": [${declaration}]`);
  return inputs.type === 'array' ? insertFirst(query.text, inputs, declaration) : [];
}
