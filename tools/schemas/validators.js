// Ajv's validators as modules of their own, for nothing is compiled while the extension runs.
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { notice } from './notice.js';

/** Our own keywords in `session.schema.json`, and those of VS Code's JSON features, which a strict validator must be told of. */
const vocabulary = [
  ...['kind', 'documentedIn', 'knownValues', 'keyName', 'unit', 'slips', 'fieldsOf'],
  ...[
    'allowComments',
    'allowTrailingCommas',
    'doNotSuggest',
    'enumDescriptions',
    'markdownDescription',
    'defaultSnippets',
  ],
];

export function validator(schema) {
  const ajv = new Ajv({
    allErrors: true,
    allowUnionTypes: true,
    code: { source: true, lines: true },
    formats: { phone: true },
  });
  ajv.addVocabulary(vocabulary);
  const validate = ajv.compile(schema);
  return `${notice}${standaloneCode(ajv, validate)}`;
}

/** Conditions, aggregations and expectations have readers that say more of them than a schema can. */
export function withoutAnalysis({ properties, ...schema }) {
  return { ...schema, properties: { ...properties, refine: {}, aggs: {}, expect: {} } };
}

export const validatorTypes = (type, from) => `${notice}import type { ErrorObject } from 'ajv';
import type { ${type} } from './${from}.ts';
declare const validate: {
  (data: unknown): data is ${type};
  errors?: ErrorObject[] | null;
};
export default validate;
`;
