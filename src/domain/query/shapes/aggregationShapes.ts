import { conditionsShape } from './conditionShapes.ts';
import type { FieldUse } from './fieldUse.ts';
import type { MakeShape, Shape } from './shape.ts';
import { plain, words } from './shape.ts';

/** Aggregations by the names that people give them. */
export function aggregationsShape(): Shape {
  return { named: aggregationShape, names: 'aggregations' };
}

const bounds: MakeShape = () => ({ keys: { min: plain, max: plain } });
const histogramKeys = {
  min_doc_count: plain,
  offset: plain,
  extended_bounds: bounds,
  hard_bounds: bounds,
  keyed: plain,
};

/** A list of values of the field that stands beside it. */
const valuesOfField: MakeShape = (sibling) => {
  const field = sibling('field');
  return field === undefined ? {} : { items: () => ({ value: { kind: 'valueOf', field } }) };
};

const types: Readonly<Record<string, MakeShape>> = {
  terms: onField('bucket', {
    size: plain,
    order: () => {
      const order: Shape = { named: words('asc', 'desc'), names: 'orders' };
      return { ...order, items: () => order };
    },
    min_doc_count: plain,
    include: valuesOfField,
    exclude: valuesOfField,
    show_term_doc_count_error: plain,
  }),
  filter: () => conditionsShape(),
  filters: () => ({
    keys: {
      filters: () => ({ named: conditionsShape, items: conditionsShape }),
      other_bucket: plain,
      other_bucket_key: plain,
    },
  }),
  range: onField('number', {
    keyed: plain,
    ranges: () => ({ items: () => ({ keys: { key: plain, from: plain, to: plain } }) }),
  }),
  histogram: onField('number', { interval: plain, ...histogramKeys }),
  date_histogram: onField('time', {
    calendar_interval: words('minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'),
    fixed_interval: () => ({ value: { kind: 'words', words: ['30m', '6h', '12h', '7d'], known: false } }),
    time_zone: () => ({
      value: {
        kind: 'words',
        words: ['UTC', 'Europe/London', 'Europe/Berlin', 'Asia/Jerusalem', 'America/New_York', '+02:00'],
        known: false,
      },
    }),
    format: () => ({ value: { kind: 'words', words: ['yyyy-MM-dd', 'yyyy-MM', 'HH:mm'], known: false } }),
    ...histogramKeys,
  }),
  missing: () => ({ keys: { field: fieldOf('bucket') } }),
  nested: () => ({ keys: { path: () => ({ value: { kind: 'field', use: 'list', within: undefined } }) } }),
  reverse_nested: plain,
  cardinality: onField('bucket', {}),
  value_count: onField('bucket', {}),
  min: onField('number', {}),
  max: onField('number', {}),
  avg: onField('number', {}),
  sum: onField('number', {}),
  stats: onField('number', {}),
  percentiles: onField('number', { percents: plain }),
};

function aggregationShape(): Shape {
  return { keys: { ...types, aggs: aggregationsShape, aggregations: aggregationsShape }, only: Object.keys(types) };
}

function onField(use: FieldUse, options: Readonly<Record<string, MakeShape>>): MakeShape {
  return () => ({
    keys: {
      field: fieldOf(use),
      ...options,
      missing: (sibling) => {
        const field = sibling('field');
        return field === undefined ? {} : { value: { kind: 'valueOf', field } };
      },
    },
  });
}

function fieldOf(use: FieldUse): MakeShape {
  return () => ({ value: { kind: 'field', use, within: undefined } });
}
