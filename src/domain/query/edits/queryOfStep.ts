import type { WantedValue } from './addClause.ts';
import { clauseText, factsText } from './addClause.ts';

/**
 * A whole query for the sessions in which one step meets all conditions; undefined where one of them cannot be searched. The service may
 * find them at several steps: it is asked for those sessions, and `refine` keeps the right ones.
 */
export function queryOfStep(
  conditions: readonly Pick<WantedValue, 'path' | 'value'>[],
  facts: Readonly<Record<string, string>>,
): string | undefined {
  const clauses = conditions.map(clauseText);
  if (clauses.includes(undefined)) return undefined;
  const list = (indent: string): string => `[\n${indent}  ${clauses.join(`,\n${indent}  `)}\n${indent}]`;
  return `{
${factsText(facts)}  "filter_by": {
    "must": ${list('    ')}
  },
  "refine": {
    "must": [
      {
        "nested": {
          "path": "flow_path",
          "query": {
            "bool": {
              "must": ${list('              ')}
            }
          }
        }
      }
    ]
  }
}
`;
}
