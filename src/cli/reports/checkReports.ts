import { brokenByText } from '../../words/expectationWords.ts';
import type { Output } from '../output/output.ts';
import { plainText } from '../output/plainText.ts';
import type { CheckedExpectation, CheckedQuery } from './checkedQuery.ts';
import { githubAnnotation } from './githubAnnotation.ts';
import { attributes } from './xml.ts';

type Report = (checked: readonly CheckedQuery[], paint: Output['paint']) => string;

/** What `check` can say of what it found. */
export const checkReports: Readonly<Record<'text' | 'junit' | 'json' | 'github', Report>> = {
  text: (checked, paint) => `${checked.map((one) => textOf(one, paint)).join('\n')}`,
  junit: (checked) => {
    const all = { tests: sum(checked, testsIn), failures: sum(checked, failuresIn), errors: sum(checked, errorsIn) };
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: 'session-insights check', ...all })}>\n${checked.map(suiteOf).join('')}</testsuites>\n`;
  },
  json: (checked) => `${JSON.stringify({ checks: checked.map(jsonOf) }, null, 2)}\n`,
  github: (checked) => checked.flatMap(annotationsOf).join(''),
};

function textOf(one: CheckedQuery, paint: Output['paint']): string {
  const { file, connection, range, sessions, expectations, error } = one;
  const counted = `${sessions} ${sessions === 1 ? 'session' : 'sessions'} of ${connection}`;
  const of = connection && `${counted}${range ? `, ${iso(range.from)} to ${iso(range.to)}` : ''}`;
  const lines = expectations.flatMap(({ name, at, message, verdict: { held, brokenBy, brokenCount } }) => [
    `  ${held ? paint('green', 'held  ') : paint('red', 'broken')}  ${plainText(name)}`,
    // As compilers write it: terminals make a link of it, and problem matchers know it.
    ...(held ? [] : [`          ${plainText(file)}:${at.line}:${at.column}: error: ${plainText(message)}`]),
    ...brokenBy.map((one) => paint('grey', `          ${plainText(brokenByText(one))}`)),
    ...(brokenCount > brokenBy.length ? [`          and ${brokenCount - brokenBy.length} more`] : []),
  ]);
  if (!error && expectations.length === 0) lines.push('  expects nothing');
  if (error) lines.push(...error.split('\n').map((line) => `  ${paint('red', 'error ')}  ${plainText(line)}`));
  const head = `${paint('bold', plainText(file))}${of ? ` (${plainText(of)})` : ''}`;
  return `${[head, ...lines].join('\n')}\n`;
}

function suiteOf(one: CheckedQuery): string {
  const { file, connection, range, checkedAt, ms, expectations, error, sessions } = one;
  const head = attributes({
    name: file,
    timestamp: checkedAt.toISOString().slice(0, 19),
    hostname: 'localhost',
    tests: testsIn(one),
    failures: failuresIn(one),
    errors: errorsIn(one),
    time: (ms / 1000).toFixed(3),
  });
  const properties = { connection, from: range && iso(range.from), to: range && iso(range.to), sessions };
  const told = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `      <property${attributes({ name, value })}/>\n`);
  const cases = expectations.map((expectation) => caseOf(file, expectation));
  if (error) {
    cases.push(
      `    <testcase${attributes({ name: 'runs', classname: file, time: 0 })}>\n      <error${attributes({ type: 'error', message: error })}/>\n    </testcase>\n`,
    );
  }
  return `  <testsuite${head}>\n    <properties>\n${told.join('')}    </properties>\n${cases.join('')}  </testsuite>\n`;
}

function caseOf(file: string, { name, message, verdict }: CheckedExpectation): string {
  const head = attributes({ name, classname: file, time: 0 });
  if (verdict.held) return `    <testcase${head}/>\n`;
  const broken = verdict.brokenBy.map(brokenByText);
  const failure = attributes({ type: verdict.kind, message: [message, ...broken].join('\n') });
  return `    <testcase${head}>\n      <failure${failure}/>\n    </testcase>\n`;
}

function jsonOf({ range, expectations, checkedAt, ...rest }: CheckedQuery): unknown {
  return {
    ...rest,
    checkedAt,
    from: range?.from,
    to: range?.to,
    held: !rest.error && expectations.every(({ verdict }) => verdict.held),
    expectations: expectations.map(({ name, at, message, verdict: { index: _, name: __, ...verdict } }) => ({
      name,
      ...at,
      ...verdict,
      actual: verdict.actual ?? null,
      message,
    })),
  };
}

function annotationsOf({ file, expectations, error }: CheckedQuery): readonly string[] {
  const broken = expectations.filter(({ verdict }) => !verdict.held);
  return [
    ...broken.map(({ name, at, message, verdict: { brokenBy } }) => {
      const sessions = brokenBy.map(brokenByText).join('; ');
      return githubAnnotation({
        level: 'error',
        file,
        ...at,
        title: name,
        message: sessions ? `${message} ${sessions}` : message,
      });
    }),
    ...(error
      ? [githubAnnotation({ level: 'error', file, line: 1, column: 1, title: 'No verdict', message: error })]
      : []),
  ];
}

function iso(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

function testsIn({ expectations, error }: CheckedQuery): number {
  return expectations.length + (error ? 1 : 0);
}

function failuresIn({ expectations }: CheckedQuery): number {
  return expectations.filter(({ verdict }) => !verdict.held).length;
}

function errorsIn({ error }: CheckedQuery): number {
  return error ? 1 : 0;
}

function sum(checked: readonly CheckedQuery[], of: (one: CheckedQuery) => number): number {
  return checked.reduce((total, one) => total + of(one), 0);
}
