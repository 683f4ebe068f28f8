// The schema of query files as our own editor reads it.

/**
 * The query schema for an editor that has our lint and completion: without what those say better, or everything would be said and
 * offered twice. Keys, structure and descriptions stay.
 */
export function editorQuerySchema(querySchema) {
  const saidByLint = ['minProperties', 'maxProperties', 'minimum', 'maximum', 'propertyNames', 'fieldsOf', 'examples'];
  const visit = (node) => {
    if (Array.isArray(node)) return node.map(visit);
    if (node === null || typeof node !== 'object') return node;
    return Object.fromEntries(
      Object.entries(node)
        .filter(([key, value]) => !saidByLint.includes(key) || (key === 'examples' && !Array.isArray(value)))
        .map(([key, value]) => [key, visit(value)]),
    );
  };
  const { additionalProperties: _, ...schema } = visit(querySchema);
  for (const key of ['from_date', 'to_date', 'sort_by']) delete schema.properties[key].default;
  // A value of any scalar type, without the words `true` and `false` that a list of types would offer everywhere.
  const scalar = { not: { type: ['array', 'null', 'object'] } };
  schema.definitions.scalar = scalar;
  for (const name of ['filter', 'clause', 'bool', 'condition', 'aggregation', 'order', 'expectation'])
    schema.definitions[name] = withoutKeyRules(schema.definitions[name]);
  // Our lint refuses a password, and says why: the schema lets it pass, and offers it as little as before.
  const { enum: kinds, enumDescriptions, ...type } = schema.definitions.input.properties.type;
  const password = { type: 'string', pattern: '^password$' };
  schema.definitions.input.properties.type = {
    ...type,
    type: 'string',
    anyOf: [{ enum: kinds, enumDescriptions }, password],
  };
  return schema;
}

/** Which keys there are stays, so that they are offered; that others are wrong and some are missing is said by our lint. */
function withoutKeyRules(node) {
  if (Array.isArray(node)) return node.map(withoutKeyRules);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => key !== 'required' && !(key === 'additionalProperties' && value === false))
      .map(([key, value]) => [key, withoutKeyRules(value)]),
  );
}
