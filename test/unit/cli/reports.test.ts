import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import Ajv from 'ajv';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { controlCode, plantedNumber, query, Workplace } from './support.ts';

const schemas = 'test/fixtures/schemas';

/** Throws what the schema has against a report. */
function holdAgainstJunit(report: string): void {
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(readFileSync(`${schemas}/junit.xsd`, 'utf8')));
  validator.validate(XmlDocument.fromString(report));
}

function againstSarif(report: unknown): unknown {
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(`${schemas}/sarif-2.1.0.schema.json`, 'utf8'));
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(
    schema,
  );
  return validate(report) ? [] : validate.errors;
}

/** What no report may show as it is. */
const nasty = `<&"' ${plantedNumber} ]]> ${controlCode}[31m \u202E`;

describe('reports', () => {
  let place: Workplace;
  before(async () => {
    place = await Workplace.withService({
      'a.insights.json': query({
        connection: 'test',
        expect: [
          { name: nasty, no: { term: { source: plantedNumber } } },
          { total: { eq: 3 } },
          { path: { never: ['look-up'] } },
        ],
      }),
      'b.insights.json': query({ connection: 'test', expect: [{ total: {} }] }),
      'c.insights.json': query({ connection: 'gone', expect: [{ total: { gt: 0 } }] }),
      'only-run.insights.json': query({ connection: 'test' }),
      'linted/odd name, %.insights.json':
        '{ "nmae": "x",\n  "filter_by": { "must": [{ "match": { "source": "1" } }] } }',
      'linted/broken.insights.json': '{ "name": ',
      'linted/good.insights.json': query(),
    });
  });
  after(() => place.end());

  it('of check go to files and to the output at once, and hold against the schema', async () => {
    const reports = ['text', 'junit=out/checks.xml', 'json=out/checks.json'].flatMap((one) => ['--report', one]);
    const { code, out } = await place.run(['check', ...reports, '.']);
    assert.equal(code, 2);
    const [junit, json] = [await place.read('out/checks.xml'), await place.read('out/checks.json')];
    holdAgainstJunit(junit);
    for (const report of [out, junit, json]) {
      assert.doesNotMatch(report, new RegExp(plantedNumber));
      assert.ok(!report.includes(controlCode));
    }
    // Which query, range, connection and when.
    const { checks } = JSON.parse(json);
    assert.deepEqual(
      checks.map(({ file, held }: { file: string; held: boolean }) => [file, held]),
      [
        ['a.insights.json', false],
        ['b.insights.json', false],
        ['c.insights.json', false],
        ['linted/broken.insights.json', false],
      ],
    );
    assert.equal(checks[0].connection, 'test');
    assert.equal(checks[0].from, '2026-11-19T00:00:00.000Z');
    assert.ok(Date.parse(checks[0].checkedAt) > 0);
    assert.match(junit, /<property name="connection" value="test"\/>/);
    assert.match(junit, /<property name="from" value="2026-11-19T00:00:00Z"\/>/);
    assert.match(out, /^a\.insights\.json \(3 sessions of test, 2026-11-19T00:00:00Z to 2026-11-19T23:59:59Z\)$/m);
    assert.match(out, /^ {10}s1, 2026-11-19T10:00:00Z, step 2: "look-up" ran$/m);
  });

  it('mark places where GitHub reads along', async () => {
    const { out } = await place.run(['check', 'a.insights.json'], { GITHUB_ACTIONS: 'true' });
    assert.match(out, /^ {2}broken {2}/m);
    assert.match(out, /^::error file=a\.insights\.json,line=\d+,col=5,title=/m);
  });

  it('of lint hold against the schemas', async () => {
    const reports = ['junit=lint.xml', 'sarif=lint.sarif', 'json'].flatMap((one) => ['--report', one]);
    const { code, out } = await place.run(['lint', ...reports, 'linted']);
    assert.equal(code, 1);
    holdAgainstJunit(await place.read('lint.xml'));
    const sarif = JSON.parse(await place.read('lint.sarif'));
    assert.deepEqual(againstSarif(sarif), []);
    const [{ results }] = sarif.runs;
    assert.ok(results.length >= 3);
    const uris = results.map(
      (one: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
        one.locations[0]?.physicalLocation.artifactLocation.uri,
    );
    assert.ok(uris.includes('linted/odd%20name%2C%20%25.insights.json'));
    assert.equal(JSON.parse(out).files.length, 3);
  });

  it('are refused where nobody knows the format, and where they cannot be written', async () => {
    const unknown = await place.run(['check', '--report', 'html', 'a.insights.json']);
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /--report is one of text, json, junit, github, not "html"/);
    const nowhere = await place.run(['lint', '--report', 'json=/dev/null/lint.json', 'linted']);
    assert.equal(nowhere.code, 2);
    assert.match(nowhere.err, /\/dev\/null/);
  });

  it('of a schema that is broken are told', () => {
    assert.throws(() => holdAgainstJunit('<testsuites><testcase/></testsuites>'));
    assert.notDeepEqual(againstSarif({ version: '2.1.0' }), []);
  });
});
