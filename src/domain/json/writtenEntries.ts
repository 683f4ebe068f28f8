type Entries = readonly (readonly [key: string, value: unknown])[];

/** Where an object keeps its entries when it cannot hold them as they were written itself; the same in each script of a page. */
const written = Symbol.for('insights.writtenEntries');

/** The entries of an object of JSON as they were written: repeated keys, and keys such as `"2"` in their place. */
export function entriesOf(record: object): Entries {
  return entriesKept(record) ?? Object.entries(record);
}

/** An object of these entries. Of a repeated key it holds the last value; `entriesOf` gives all of them. */
export function recordOf(entries: Entries): Readonly<Record<string, unknown>> {
  const record: Record<string, unknown> = Object.fromEntries(entries);
  const keeps = Object.keys(record).length === entries.length && !entries.some(([key]) => isIndex(key));
  return keeps ? record : Object.defineProperty(record, written, { value: entries });
}

/** The entries that an object cannot hold itself; undefined for every other object. */
export function entriesKept(record: object): Entries | undefined {
  return written in record ? (record[written] as Entries) : undefined;
}

/** Whether objects put a key before all others, in the order of numbers. */
export function isIndex(key: string): boolean {
  return /^(?:0|[1-9]\d{0,9})$/.test(key);
}
