import { archiveMapping } from '../../../schemas/generated/archiveMapping.ts';
import type { LooseRecord } from '../../domain/json/looseValues.ts';
import { keptFacets } from '../../domain/results/facets/sessionFacets.ts';
import { beside } from './archivedField.ts';

/** Grows with every change of the mapping. */
export const mappingVersion = 3;

/** Nothing sorts by leaves or counts them: columns of them would be a third of what nodes do with what we add. */
const leaves = { type: 'keyword', ignore_above: 8191, doc_values: false };

/** What stands beside a session and its leaves, as an index keeps it. */
const counted = {
  session: { type: 'object', enabled: false },
  facets: {
    dynamic: false,
    properties: Object.fromEntries(keptFacets.map((facet) => [facet, { type: 'keyword' }])),
  },
  facets_version: { type: 'short' },
  week_quarter: { type: 'short' },
};

/** How a mapping says that it is ours. */
export interface MappingMark {
  readonly made_by: string;
  readonly version: number;
}

const mark: MappingMark = { made_by: 'session-insights', version: mappingVersion };

export function isOurs(meta: unknown): meta is MappingMark {
  return typeof meta === 'object' && meta !== null && Reflect.get(meta, 'made_by') === mark.made_by;
}

/**
 * The template that every month's index is made from. Settings are left to the cluster and its owner where there is no need of them: what they
 * have set in an earlier one stays.
 */
export function indexTemplate(pattern: string, set: LooseRecord = {}): LooseRecord {
  return {
    index_patterns: [pattern],
    // Before those that clusters bring for everything.
    priority: 500,
    _meta: mark,
    template: {
      settings: { index: { number_of_shards: 1, codec: 'best_compression', 'mapping.depth.limit': 40, ...set } },
      mappings: {
        _meta: mark,
        dynamic: false,
        date_detection: false,
        properties: { ...archiveMapping, [beside]: { dynamic: false, properties: { leaves, ...counted } } },
      },
    },
  };
}

/**
 * What an index lacks that was made by an earlier version. Its leaves stay as they are: an engine refuses to take columns away, and they are
 * found just the same.
 */
export const mappingUpdate = {
  _meta: mark,
  properties: { [beside]: { dynamic: false, properties: counted } },
} as const;

/** The name of the template for an index pattern. */
export function templateName(pattern: string): string {
  return pattern.replaceAll(/[^a-z0-9-]+/gu, '-').replaceAll(/^-+|-+$/gu, '');
}
