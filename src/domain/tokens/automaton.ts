/**
 * A small language for patterns over classes of characters, and the machine that finds the longest match. Regular expressions would
 * find the first alternative that fits, not the longest match, which is what word breaking asks for.
 */
export type Pattern =
  | { readonly kind: 'any'; readonly bits: number }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'either'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'repeat'; readonly part: Pattern };

/** One character that has at least one of the properties. */
export const any = (bits: number): Pattern => ({ kind: 'any', bits });
export const sequence = (...parts: readonly Pattern[]): Pattern => ({ kind: 'sequence', parts });
export const either = (...parts: readonly Pattern[]): Pattern => ({ kind: 'either', parts });
/** Any number of times, also none. */
export const repeat = (part: Pattern): Pattern => ({ kind: 'repeat', part });
export const repeatOnce = (part: Pattern): Pattern => sequence(part, repeat(part));
export const optional = (part: Pattern): Pattern => either(part, sequence());

interface Node {
  /** Where to go with a character that has one of `bits`; without bits, where to go at once. */
  readonly ways: { bits: number; to: number }[];
}

interface State {
  readonly nodes: readonly number[];
  readonly accepts: boolean;
  readonly next: (State | null)[];
}

const freely = 0;

/** Reads one class of characters after another. Its states are made when they are first reached, and kept. */
export class Automaton {
  readonly start: State;
  readonly #nodes: Node[] = [];
  readonly #final: number;
  readonly #classes: readonly number[];
  readonly #states = new Map<string, State>();

  /** `classes` holds, for each class of characters, the bits of its properties. */
  constructor(pattern: Pattern, classes: readonly number[]) {
    this.#classes = classes;
    const first = this.#node();
    this.#final = this.#add(pattern, first);
    this.start = this.#state([first]);
  }

  /** The state after one more character; null when no match can go on. */
  step(state: State, characterClass: number): State | null {
    const known = state.next[characterClass];
    if (known !== undefined) return known;
    const bits = this.#classes[characterClass] ?? 0;
    const reached = state.nodes.flatMap((node) =>
      (this.#nodes[node]?.ways ?? []).filter((way) => (way.bits & bits) !== 0).map((way) => way.to),
    );
    const next = reached.length > 0 ? this.#state(reached) : null;
    state.next[characterClass] = next;
    return next;
  }

  #node(): number {
    return this.#nodes.push({ ways: [] }) - 1;
  }

  #connect(from: number, bits: number, to: number): void {
    this.#nodes[from]?.ways.push({ bits, to });
  }

  /** Adds a pattern behind a node, and says where it ends. */
  #add(pattern: Pattern, from: number): number {
    switch (pattern.kind) {
      case 'any': {
        const end = this.#node();
        this.#connect(from, pattern.bits, end);
        return end;
      }
      case 'sequence':
        return pattern.parts.reduce((at, part) => this.#add(part, at), from);
      case 'either': {
        const end = this.#node();
        for (const part of pattern.parts) this.#connect(this.#add(part, this.#behind(from)), freely, end);
        return end;
      }
      case 'repeat': {
        const loop = this.#behind(from);
        this.#connect(this.#add(pattern.part, this.#behind(loop)), freely, loop);
        return this.#behind(loop);
      }
    }
  }

  /** A new node that `from` leads to at once. */
  #behind(from: number): number {
    const node = this.#node();
    this.#connect(from, freely, node);
    return node;
  }

  #state(reached: readonly number[]): State {
    const nodes = new Set(reached);
    for (const node of nodes)
      for (const way of this.#nodes[node]?.ways ?? []) if (way.bits === freely) nodes.add(way.to);
    const key = [...nodes].sort((a, b) => a - b).join(' ');
    const state = this.#states.get(key) ?? { nodes: [...nodes], accepts: nodes.has(this.#final), next: [] };
    this.#states.set(key, state);
    return state;
  }
}
