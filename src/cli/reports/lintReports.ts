import { pathToFileURL } from 'node:url';
import type { Severity } from '../../domain/query/problems/queryProblem.ts';
import type { Position } from '../../domain/text/positionIn.ts';
import type { Output } from '../output/output.ts';
import { plainText } from '../output/plainText.ts';
import { githubAnnotation } from './githubAnnotation.ts';
import { attributes } from './xml.ts';

/** A problem of a query file, where it is. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: Position;
  readonly end: Position;
}

export interface LintedQuery {
  readonly file: string;
  readonly findings: readonly Finding[];
}

type Report = (linted: readonly LintedQuery[], paint: Output['paint']) => string;

/** What `lint` can say of what it found. */
export const lintReports: Readonly<Record<'text' | 'junit' | 'json' | 'github' | 'sarif', Report>> = {
  text: (linted, paint) =>
    linted
      .flatMap(({ file, findings }) =>
        findings.map(({ start, severity, message, rule }) => {
          const place = `${plainText(file)}:${start.line}:${start.column}`;
          return `${place}: ${paint(colours[severity], words[severity])}: ${plainText(message)} ${paint('grey', `(${rule})`)}\n`;
        }),
      )
      .join(''),
  junit: (linted) => {
    const failures = linted.reduce((sum, { findings }) => sum + findings.length, 0);
    const tests = linted.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
    const head = attributes({ name: 'session-insights lint', tests, failures, errors: 0 });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${head}>\n${linted.map(suiteOf).join('')}</testsuites>\n`;
  },
  json: (linted) => `${JSON.stringify({ files: linted }, null, 2)}\n`,
  github: (linted) =>
    linted
      .flatMap(({ file, findings }) =>
        findings.map(({ severity, rule, message, start }) =>
          githubAnnotation({ level: levels[severity], file, ...start, title: rule, message }),
        ),
      )
      .join(''),
  sarif: (linted) => `${JSON.stringify(sarifOf(linted), null, 2)}\n`,
};

const colours = { error: 'red', warning: 'yellow', information: 'blue' } as const;
/** As the setting of rules, and VS Code's problem matchers, have them. */
const words = { error: 'error', warning: 'warning', information: 'info' } as const;
const levels = { error: 'error', warning: 'warning', information: 'notice' } as const;
const sarifLevels = { error: 'error', warning: 'warning', information: 'note' } as const;

function suiteOf({ file, findings }: LintedQuery): string {
  const tests = Math.max(1, findings.length);
  const head = attributes({ name: file, tests, failures: findings.length, errors: 0 });
  const cases = findings.map(({ rule, severity, message, start }) => {
    const failure = attributes({ type: severity, message: `${start.line}:${start.column}: ${message}` });
    return `    <testcase${attributes({ name: rule, classname: file })}>\n      <failure${failure}/>\n    </testcase>\n`;
  });
  if (cases.length === 0) cases.push(`    <testcase${attributes({ name: 'lint', classname: file })}/>\n`);
  return `  <testsuite${head}>\n${cases.join('')}  </testsuite>\n`;
}

/** The format that code scanning takes: SARIF 2.1.0. */
function sarifOf(linted: readonly LintedQuery[]): unknown {
  const rules = [...new Set(linted.flatMap(({ findings }) => findings.map(({ rule }) => rule)))];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'session-insights', rules: rules.map((id) => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: linted.flatMap(({ file, findings }) =>
          findings.map(({ rule, severity, message, start, end }) => ({
            ruleId: rule,
            ruleIndex: rules.indexOf(rule),
            level: sarifLevels[severity],
            message: { text: message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: relativeUri(file) },
                  region: {
                    startLine: start.line,
                    startColumn: start.column,
                    endLine: end.line,
                    endColumn: end.column,
                  },
                },
              },
            ],
          })),
        ),
      },
    ],
  };
}

/** A path as the part of an address that it is: code scanning wants it below the repository. */
function relativeUri(file: string): string {
  return /^(?:[\\/]|[A-Za-z]:)/u.test(file)
    ? pathToFileURL(file).href
    : file.split(/[\\/]/u).map(encodeURIComponent).join('/');
}
