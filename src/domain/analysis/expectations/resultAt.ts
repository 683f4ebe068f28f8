import { isRecord } from '../../json/looseValues.ts';
import { decimalKey } from '../aggregations/numberKeys.ts';

/**
 * The number at a path into what aggregations found: names of aggregations, keys of buckets, and the property at the end
 * (`["by_agent", "Front Desk", "duration", "p95"]`). Without one it is the value of a measure, or the count of a bucket. A bucket that is
 * not there has counted nothing; any other number that is not there is undefined.
 */
export function resultAt(result: unknown, path: readonly string[]): number | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return numberOf(result);
  if (!isRecord(result)) return undefined;
  if (Array.isArray(result.buckets) || isRecord(result.buckets)) {
    const bucket = bucketAt(result.buckets, name);
    if (bucket !== undefined) return resultAt(bucket, rest);
    if (!Object.hasOwn(result, name)) return rest.length === 0 || rest[0] === 'doc_count' ? 0 : undefined;
  }
  const percent = /^p(\d+(?:\.\d+)?)$/u.exec(name)?.[1];
  if (percent !== undefined && isRecord(result.values))
    return resultAt(result.values[decimalKey(Number(percent))], rest);
  return Object.hasOwn(result, name) ? resultAt(result[name], rest) : undefined;
}

function bucketAt(buckets: unknown, key: string): unknown {
  if (isRecord(buckets)) return Object.hasOwn(buckets, key) ? buckets[key] : undefined;
  if (!Array.isArray(buckets)) return undefined;
  return buckets.find((bucket) => isRecord(bucket) && (String(bucket.key) === key || bucket.key_as_string === key));
}

function numberOf(result: unknown): number | undefined {
  if (typeof result === 'number') return result;
  if (!isRecord(result)) return undefined;
  const value = result.value ?? result.doc_count;
  return typeof value === 'number' ? value : undefined;
}
