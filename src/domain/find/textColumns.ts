import type { FindableSession, Needle } from './findableSession.ts';

/** Between the texts of two sessions: what is typed never holds it. */
const between = '\u0000';

/** The texts of some sessions, those of a kind as one: a single search goes through all of them. */
export class TextColumns {
  readonly #columns: Readonly<Record<keyof FindableSession, Column>>;
  readonly #length: number;

  constructor(sessions: readonly FindableSession[]) {
    this.#length = sessions.length;
    // At once: the first key that is pressed would wait for those of all sessions.
    const column = (name: keyof FindableSession): Column => columnOf(sessions.map((session) => session[name]));
    this.#columns = {
      id: column('id'),
      numbers: column('numbers'),
      agent: column('agent'),
      tags: column('tags'),
      said: column('said'),
      parameters: column('parameters'),
      nodes: column('nodes'),
      codes: column('codes'),
    };
  }

  /** The places of the sessions, in order, that hold one text of each list. */
  holdingAll(conditions: readonly (readonly Needle[])[]): readonly number[] {
    let places: readonly number[] | undefined;
    for (const needles of conditions) {
      const holding = this.#holding(needles);
      const before = places && new Set(places);
      places = before ? holding.filter((place) => before.has(place)) : holding;
      if (places.length === 0) break;
    }
    return places ?? Array.from({ length: this.#length }, (_, place) => place);
  }

  #holding(needles: readonly Needle[]): readonly number[] {
    const [only, ...others] = needles.map(({ column, text }) => placesOf(text, this.#columns[column]));
    if (!only || others.length === 0) return only ?? [];
    return [...new Set([...only, ...others.flat()])].sort((a, b) => a - b);
  }
}

function columnOf(texts: readonly string[]): Column {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (const [at, text] of texts.entries()) {
    end += text.length + between.length;
    ends[at] = end;
  }
  return { text: texts.join(between), ends };
}

interface Column {
  readonly text: string;
  /** Where the text of each session ends, and what stands behind it. */
  readonly ends: Uint32Array;
}

function placesOf(needle: string, { text, ends }: Column): readonly number[] {
  const places: number[] = [];
  let place = 0;
  for (
    let found = text.indexOf(needle);
    found >= 0 && place < ends.length;
    found = text.indexOf(needle, ends[place++])
  ) {
    while (place < ends.length && (ends[place] ?? 0) <= found) place++;
    if (place < ends.length) places.push(place);
  }
  return places;
}
