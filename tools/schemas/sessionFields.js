// The fields of a session, as `session.schema.json` describes them.

/** Follows a local `$ref`; what stands beside it adds to what it refers to. */
function resolve(schema, node) {
  if (!node.$ref) return node;
  const target = node.$ref
    .split('/')
    .slice(1)
    .reduce((at, key) => at[key], schema);
  return { ...resolve(schema, target), ...node, $ref: undefined };
}

/** One entry for each field below `node`. A name that is data, not structure (a parameter's, a tag's), is `*` in the path. */
export function* fieldsBelow(schema, node, prefix) {
  const container = node.items ? resolve(schema, node.items) : node;
  const children = Object.entries(container.properties ?? {});
  if (typeof container.additionalProperties === 'object') children.push(['*', container.additionalProperties]);
  for (const [name, raw] of children) {
    const child = resolve(schema, raw);
    const path = prefix ? `${prefix}.${name}` : name;
    if (!child.kind) throw new Error(`session.schema.json: ${path} has no kind`);
    const idField = child.documentedIn.includes('id-fields');
    yield {
      path,
      kind: child.kind,
      termOnly: child.kind === 'id' || (idField && child.kind !== 'object'),
      sortable: child.kind !== 'object' && child.kind !== 'text',
      multiple: node.items !== undefined || child.items !== undefined || manyAbove(schema, prefix),
      title: child.title,
      description: child.description,
      documentedIn: child.documentedIn,
      knownValues: child.knownValues ?? [],
      examples: child.examples ?? [],
      ...(child.unit ? { unit: child.unit } : {}),
      ...(child.format ? { format: child.format } : {}),
      ...(child.keyName ? { keyName: child.keyName } : {}),
    };
    yield* fieldsBelow(schema, child, path);
  }
}

/** Whether a list stands anywhere on the way to `path`, so that a session may hold several values of a field below it. */
function manyAbove(schema, path) {
  if (!path) return false;
  let node = schema;
  for (const key of path.split('.')) {
    const container = node.items ? resolve(schema, node.items) : node;
    node = resolve(schema, container.properties?.[key] ?? container.additionalProperties);
    if (node.items) return true;
  }
  return false;
}
