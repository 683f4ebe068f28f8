import assert from 'node:assert/strict';
import { it } from 'node:test';
import { deepOrderPaths, orderPath, orderPaths } from '../../../../src/domain/analysis/aggregations/orderPath.ts';

const field = { field: 'channel_data.duration' };
const within = {
  most: { max: field },
  least: { meta: {}, min: field },
  mean: { avg: field },
  all: { sum: field },
  how: { cardinality: field },
  wait: { stats: field },
  half: { percentiles: { ...field, percents: [50] } },
  some: { percentiles: { ...field, percents: [50, 99.9] } },
  usual: { percentiles: field },
  failed: {
    filter: {},
    aggs: { most: { max: field }, deep: { missing: field, aggregations: { n: { value_count: field } } } },
  },
  by: { terms: field, aggs: { most: { max: field } } },
  'a.b': { max: field },
};
const [high, low] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

const found: Readonly<Record<string, readonly [path: string, empty: number]>> = {
  most: ['most value', low],
  'most.value': ['most value', low],
  least: ['least value', high],
  mean: ['mean value', Number.NaN],
  all: ['all value', 0],
  how: ['how value', Number.NaN],
  'a.b': ['a.b value', low],
  'wait.min': ['wait min', high],
  'wait.max': ['wait max', low],
  'wait.sum': ['wait sum', 0],
  'wait.count': ['wait count', 0],
  'wait.avg': ['wait avg', Number.NaN],
  half: ['half values 50.0', Number.NaN],
  'some.99.9': ['some values 99.9', Number.NaN],
  'usual.95': ['usual values 95.0', Number.NaN],
  failed: ['failed doc_count', Number.NaN],
  'failed._count': ['failed doc_count', Number.NaN],
  'failed.doc_count': ['failed doc_count', Number.NaN],
  'failed>most': ['failed most value', low],
  'failed>deep>n': ['failed deep n value', Number.NaN],
};
for (const [name, [path, empty]] of Object.entries(found))
  it(`buckets are put in order by ${name}`, () =>
    assert.deepEqual(orderPath(name, within), { path: path.split(' '), empty }));

const refused: Readonly<Record<string, 'unknownKey' | 'notOneNumber'>> = {
  nothing: 'unknownKey',
  'nothing>most': 'unknownKey',
  'failed>nothing': 'unknownKey',
  '': 'unknownKey',
  wait: 'notOneNumber',
  'wait.median': 'notOneNumber',
  'most.min': 'notOneNumber',
  some: 'notOneNumber',
  'some.75': 'notOneNumber',
  'some.x': 'notOneNumber',
  'failed.value': 'notOneNumber',
  by: 'notOneNumber',
  'by>most': 'notOneNumber',
};
for (const [name, problem] of Object.entries(refused))
  it(`buckets are not put in order by ${JSON.stringify(name)}`, () => assert.equal(orderPath(name, within), problem));

it('knows the paths that name one number each', () => {
  const { most, wait, half, failed, by } = within;
  const stats = ['avg', 'min', 'max', 'sum', 'count'].map((one) => `wait.${one}`);
  assert.deepEqual(orderPaths({ most, wait, half, failed, by }), ['most', ...stats, 'half.50', 'failed']);
  assert.deepEqual([orderPaths(undefined), orderPaths({ x: {} })], [[], []]);
  assert.deepEqual(deepOrderPaths({ half, failed, by }), [
    'half.50',
    'failed',
    'failed>most',
    'failed>deep',
    'failed>deep>n',
  ]);
  assert.deepEqual([deepOrderPaths(undefined), deepOrderPaths({ x: {} })], [[], []]);
  for (const path of deepOrderPaths(within)) assert.notEqual(typeof orderPath(path, within), 'string', path);
});
