import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReadHeaders } from '../../../../../src/domain/masking/headers/header.ts';
import { ofOptions, ofWrittenText } from '../../../../../src/domain/masking/headers/headerLines.ts';

/** The headers, each as `name=value`, and `?` behind where something was not read. */
function shown(read: ReadHeaders | undefined): string | undefined {
  return (
    read && [...read.headers.map(({ name, value }) => `${name}=${value}`), ...(read.unread ? ['?'] : [])].join('; ')
  );
}

describe('headers of a text', () => {
  const cases: [text: string, headers: string][] = [
    ['', ''],
    ['a: 1\nb:2', 'a=1; b=2'],
    ['a : 1\r\nb:\t2 ', 'a=1; b=2'],
    ['a:', 'a='],
    ['a: 1\n more', 'a=1 more'],
    ['a: 1\nmore', 'a=1; ?'],
    [' a: 1\n\n  b: 2', 'a=1; b=2'],
    ['"a": "1",\n\'b\': \'2\'', 'a=1; b=2'],
    ['- a: 1\n* b: 2', 'a=1; b=2'],
    ['1. a: 1\n2) b: 2', 'a=1; b=2'],
    ['a = "1"\nb = 2;', 'a=1; b=2'],
    ['\'a\', \'1\'\n"b", "2",', 'a=1; b=2'],
    ['name: a\nvalue: 1', 'a=1'],
    ['Key: a\nvalues = "1"', 'a=1'],
    ['city: a\nvalue: 1', 'city=a; value=1'],
    ['a:\n- 1', 'a=1'],
    ['a: 1\n- 2', 'a=1; ?'],
    // A message, and what curl tells beside it.
    ['GET / HTTP/1.1\na: 1\n\nbody', 'a=1'],
    ['HTTP/2 200\na: 1\n\nb: 2', 'a=1; b=2'],
    ['a: 1\n\nbody', 'a=1; ?'],
    ['> a: 1\n< b: 2\n* note x\n{ [5 bytes data]\n>', 'a=1; b=2'],
    ['Request Headers:\n:method: GET\na: 1', 'a=1'],
    ['what is this', '?'],
    // Tables.
    ['name|value\na|1', 'a=1'],
    ['| Name | Value |\n|---|---|\n| a | 1 |\n| b | 2|3 |', 'a=1; b=2|3'],
    ['header,values\na,"1,2"', 'a=1,2'],
    ['key  value\na    1', 'a=1'],
    ['a\t1\nb\t\t2', 'a=1; b=2'],
    ['name;value\na b;1', 'a b=1; ?'],
    [`${' '.repeat(201)}name|value\na|1`, '?'],
    // Names and values in turn.
    ['x-a\n1\nx-b:\n2', 'x-a=1; x-b=2'],
    [':method\nGET\nx-a\n1', 'x-a=1'],
    ['x-a\n1\nx-b', '?'],
    ['a\n1\nb\n2', '?'],
    // A form.
    ['a=1&b=2%20x+y', 'a=1; b=2 x y'],
    [' a=1&b= ', 'a=1; b='],
    ['a=1', 'a=1'],
    // XML.
    ['<a>1</a><b>&lt;2</b>', 'a=1; b=<2'],
    ['<h name="a" value="1"/><h key=\'b\' value=\'2\'></h>', 'a=1; b=2'],
    ['<h name="a">1</h>', 'a=1'],
    ['<h><name>a</name><value>1</value></h>', 'a=1'],
    ['<h><city>a</city><value>1</value></h>', 'city=a; value=1'],
    ['<h>x<a>1</a></h>', '?'],
    ['<h size="2">1</h>', '?'],
  ];
  for (const [text, headers] of cases)
    it(JSON.stringify(text.slice(-60)), () => assert.equal(shown(ofWrittenText(text)), headers));
});

describe('headers of a command', () => {
  const cases: [command: string, headers: string | undefined][] = [
    ['curl -H "a: 1" -H \'b: 2\' x', 'a=1; b=2'],
    ['curl --header="a: 1" x', 'a=1'],
    ['curl --headers a:1', 'a=1'],
    ['-H a:1', 'a=1'],
    ['curl -Ha:1', 'a=1'],
    ['curl -H ^"a: 1^"', 'a=1'],
    ["curl -H $'a: 1'", 'a=1'],
    ['curl -H "a: \\"1\\""', 'a=\\"1\\"'],
    ['curl -H "a: 1\n2"', 'a=1\n2'],
    ['curl-H a:1', undefined],
    ['curl x', undefined],
  ];
  for (const [command, headers] of cases)
    it(JSON.stringify(command), () => assert.equal(shown(ofOptions(command)), headers));
});
