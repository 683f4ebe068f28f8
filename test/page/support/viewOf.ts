import type { ComparisonView } from '../../../src/protocol/comparisonMessages.ts';
import type { ListPlace, NodeNames, SessionView } from '../../../src/protocol/messages.ts';

export interface ViewOptions {
  readonly partial?: boolean;
  readonly connection?: string;
  readonly timeZone?: string;
  readonly singleKeys?: boolean;
  readonly masked?: boolean;
  readonly nodeNames?: NodeNames;
  readonly place?: ListPlace;
}

/** What the host sends for a document: a value, or the file's text. */
export function viewOf(document: unknown, options: ViewOptions = {}): SessionView {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const {
    partial = false,
    connection,
    timeZone = 'utc',
    singleKeys = true,
    masked = false,
    nodeNames = {},
    place,
  } = options;
  return {
    content: { type: 'document', bytes: new TextEncoder().encode(text), partial },
    fileName: 'test.insights-session.json',
    settings: { timeZone, singleKeys, masked, maskShared: true },
    nodeNames,
    ...(place ? { place } : {}),
    ...(connection === undefined ? {} : { connection }),
  };
}

/** What the host sends for two documents that are compared. */
export function comparisonOf(left: unknown, right: unknown, options: ViewOptions = {}): ComparisonView {
  const [ours, theirs] = [viewOf(left, options), viewOf(right, options)];
  return { left: ours, right: theirs, settings: ours.settings, nodeNames: ours.nodeNames };
}
