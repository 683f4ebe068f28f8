import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { xmlBody } from '../../../../../src/domain/session/failures/xmlBody.ts';

const cases: readonly (readonly [text: string, value: unknown])[] = [
  ['<a>x</a>', { a: 'x' }],
  ['  \n<a> x\n  y </a>', { a: 'x y' }],
  ['\uFEFF<a>x</a>', { a: 'x' }],
  ['<a/>', { a: '' }],
  ['<a></a>', { a: '' }],
  ['<a><b>1</b><c>2</c></a>', { a: { b: '1', c: '2' } }],
  ['<s:a><s:b>1</s:b></s:a>', { 's:a': { 's:b': '1' } }],
  ['<a x="1" y=\'2\'/>', { a: { '@x': '1', '@y': '2' } }],
  ['<a x = "1" xmlns="u" xmlns:s="v" xmlnsx="w"/>', { a: { '@x': '1', '@xmlnsx': 'w' } }],
  ['<a x="&lt;1&gt;" />', { a: { '@x': '<1>' } }],
  ['<a>&amp;&quot;&apos;&nbsp;&amp;lt;</a>', { a: '&"\'&nbsp;&lt;' }],
  ['<a><b/><c /><d>x</d></a>', { a: { b: '', c: '', d: 'x' } }],
  ['<?xml version="1.0"?><a>x</a>', { a: 'x' }],
  ['<!-- <b>no</b> --><a>x<!-- y --></a>', { a: 'x' }],
  ['<!DOCTYPE a><a>x</a>', { a: 'x' }],
  ['<a><![CDATA[<b> & c]]></a>', { a: '<b> & c' }],
  ['<a><![CDATA[cut', { a: 'cut' }],
  ['<a><b>x</a>', { a: { b: 'x' } }],
  ['<a><b>x', { a: { b: 'x' } }],
  ['<a>x</b></a>', { a: 'x' }],
  ['<a>1 < 2</a>', { a: '1 < 2' }],
  ['<a>x<!-- cut', { a: 'x' }],
  ['<é.ö-1>x</é.ö-1>', { 'é.ö-1': 'x' }],
  ['a text', undefined],
  ['', undefined],
  ['< a>', undefined],
  ['<1>x</1>', undefined],
  ['<html><body>x</body></html>', undefined],
  ['<!DOCTYPE html><p>x</p>', undefined],
  [' <HTML>x</HTML>', undefined],
  ['<htmlish>x</htmlish>', { htmlish: 'x' }],
  ['<?php echo 1', undefined],
];

describe('a body of XML', () => {
  for (const [text, value] of cases)
    it(JSON.stringify(text), () => assert.deepEqual(JSON.parse(JSON.stringify(xmlBody(text) ?? null)), value ?? null));

  it('is read as far as makes sense', () => {
    const nested = (depth: number): string => '<a>'.repeat(depth);
    assert.ok(JSON.stringify(xmlBody(nested(200)))?.length < 1000);
    const long = `<a><b>x</b>${' '.repeat(70_000)}<c>y</c></a>`;
    assert.deepEqual(JSON.parse(JSON.stringify(xmlBody(long))), { a: { b: 'x' } });
  });
});
