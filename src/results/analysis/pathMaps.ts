import type { SessionCollector } from '../../api/reading/collectSessions.ts';
import type { PathMap, PathMapping } from '../../domain/analysis/pathMap/pathMap.ts';
import { pathMapFields, startPathMap } from '../../domain/analysis/pathMap/pathMap.ts';
import { asRecord, asText } from '../../domain/json/looseValues.ts';
import type { SessionDocument } from '../../domain/session/session.ts';
import { readStepVisits } from '../../domain/session/steps.ts';
import type { MapVersion } from '../../protocol/analysisMessages.ts';

/** All that is read of a session for its path and the version of its agent. */
export const pathMapsFields: ReadonlySet<string> = new Set([
  ...pathMapFields,
  'agent_information.version_id',
  'agent_information.name',
]);

/** Of so many versions there is a map each; a list of more is read by nobody. */
const mostVersions = 500;
/** Of so many sessions it is kept which way they took. */
const mostPaths = 200_000;

/** The map of all sessions, one for each version of their agents, and which way each session took. */
export class PathMaps implements SessionCollector {
  readonly #nameOf: (nodeId: string) => string | undefined;
  readonly #all: PathMapping;
  readonly #versions = new Map<string, { readonly mapping: PathMapping; readonly agent: string; sessions: number }>();
  readonly #otherVersions = new Set<string>();
  readonly #paths = new Map<string, readonly string[]>();

  constructor(nameOf: (nodeId: string) => string | undefined) {
    this.#nameOf = nameOf;
    this.#all = startPathMap(nameOf);
  }

  collect(session: SessionDocument): void {
    const steps = readStepVisits(session);
    const path = this.#all.add(steps);
    const id = asText(session.id);
    if (id !== undefined && this.#paths.size < mostPaths) this.#paths.set(id, path);
    const { version_id: version, name } = asRecord(session.agent_information);
    const key = asText(version);
    if (key === undefined) return;
    let one = this.#versions.get(key);
    if (!one) {
      if (this.#versions.size >= mostVersions) {
        this.#otherVersions.add(key);
        return;
      }
      one = { mapping: startPathMap(this.#nameOf), agent: asText(name) ?? '', sessions: 0 };
      this.#versions.set(key, one);
    }
    one.sessions += 1;
    one.mapping.add(steps);
  }

  map(): PathMap {
    return this.#all.result();
  }

  mapOf(version: string): PathMap | undefined {
    return this.#versions.get(version)?.mapping.result();
  }

  versions(): readonly MapVersion[] {
    return [...this.#versions]
      .map(([id, { agent, sessions }]) => ({ id, agent, sessions }))
      .sort((a, b) => b.sessions - a.sessions);
  }

  /** How many versions have no map of their own: those that were met last. */
  get otherVersions(): number {
    return this.#otherVersions.size;
  }

  /** Whether a session came through a node, or from it straight to another. */
  isOnPath(session: SessionDocument, from: string, to: string | undefined): boolean {
    const path = this.#paths.get(asText(session.id) ?? '') ?? [];
    return path.some((key, at) => key === from && (to === undefined || path[at + 1] === to));
  }
}
