import type { NodeName } from '../../nodes/nodeNames.ts';
import type { CommitTimes } from '../../time/commitDates.ts';

/** What a query is read with. */
export interface LintContext {
  readonly now: Date;
  /** The times of the commits that its dates name; without, nothing is said of those. */
  readonly commits?: CommitTimes | undefined;
  /** What people call nodes, by their ids: asked for where an expectation names nodes. Nothing is said of those before it is known. */
  readonly nodes?: (() => ReadonlyMap<string, NodeName> | undefined) | undefined;
}
