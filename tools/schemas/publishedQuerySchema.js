// The schema of query files as every editor may read it.

/** The schemas that stand for the field names which fit at a place of a query file. */
function namesThatFit(place, fields) {
  const words = (field) => `${field.title}. ${field.description}`;
  const fixed = fields.filter((field) => !field.path.includes('*'));
  const patterned = (list, tail) =>
    list
      .filter((field) => field.path.includes('*'))
      .map((field) => ({
        pattern: `^${field.path
          .split('*')
          .map((part) => part.replaceAll('.', '\\.'))
          .join('.+')}${tail}$`,
        description: words(field),
      }));
  const valued = (field, value) => ({ const: value, description: words(field) });
  const open = { type: 'string', minLength: 1 };
  switch (place) {
    case 'term':
    case 'match': {
      const fits = (field) => field.kind !== 'object' && (place === 'term' || !field.termOnly);
      return {
        anyOf: [...fixed.filter(fits).map((f) => valued(f, f.path)), ...patterned(fields.filter(fits), ''), open],
      };
    }
    case 'sort':
      return {
        anyOf: [
          ...fixed
            .filter((field) => field.sortable)
            .flatMap((field) => [valued(field, `${field.path}:asc`), valued(field, `${field.path}:desc`)]),
          ...patterned(
            fields.filter((field) => field.sortable),
            ':(asc|desc)',
          ),
          open,
        ],
      };
    case 'named':
    case 'project':
      return { anyOf: [...fixed.map((field) => valued(field, field.path)), ...patterned(fields, ''), open] };
    default:
      throw new Error(`insights-query.schema.json: no fields are known for "${place}"`);
  }
}

/**
 * The query schema with the field names put in where \`fieldsOf\` asks for them, for every editor that reads JSON schemas.
 * Unknown names stay allowed: the lint of the query says more of them than a schema can.
 */
export function publishedQuerySchema(querySchema, fields) {
  const withProperties = (clause) => {
    const { fieldsOf } = clause.propertyNames;
    const named = fields.filter(
      (f) => f.kind !== 'object' && !f.path.includes('*') && (fieldsOf === 'term' || !f.termOnly),
    );
    const { propertyNames, ...rest } = clause;
    return {
      ...rest,
      properties: Object.fromEntries(
        named.map((field) => [
          field.path,
          {
            ...clause.additionalProperties,
            description: `${field.title}. ${field.description}`,
            ...(field.knownValues.length > 0 || field.examples.length > 0
              ? { examples: [...field.knownValues.map((known) => known.value), ...field.examples] }
              : {}),
          },
        ]),
      ),
    };
  };
  /** Lists of names, each of which many places take. */
  const names = {};
  const visit = (node) => {
    if (Array.isArray(node)) return node.map(visit);
    if (node === null || typeof node !== 'object') return node;
    if (node.propertyNames?.fieldsOf && node.propertyNames.fieldsOf !== 'named') return visit(withProperties(node));
    if (node.fieldsOf) {
      const { fieldsOf, ...rest } = node;
      const name = `${fieldsOf}Names`;
      names[name] ??= namesThatFit(fieldsOf, fields);
      return { ...rest, allOf: [{ $ref: `#/definitions/${name}` }] };
    }
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, visit(value)]));
  };
  const { definitions, ...schema } = visit(querySchema);
  return { ...schema, definitions: { ...definitions, ...names } };
}
