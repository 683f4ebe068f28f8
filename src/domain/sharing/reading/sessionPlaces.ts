/** What is known of a value by where it stands in a session. */
export type Meaning =
  /** Tells one session, step or node from another, or when it was: no personal data, and nothing works without it. */
  | 'kept'
  | 'caller'
  | 'called'
  /** Headers, in whatever notation. */
  | 'headers';

/** A place in a document: what its own values mean, and which place an object or a list in it is. */
export interface PlaceInDocument {
  readonly values: Readonly<Record<string, Meaning>>;
  readonly places: Readonly<Record<string, () => PlaceInDocument>>;
  /** What stands in a list here. */
  readonly items?: () => PlaceInDocument;
  /** What all values below mean. */
  readonly all?: Meaning;
}

/** Where nothing is known by the place. */
export const elsewhere: PlaceInDocument = { values: {}, places: {} };

const ids: PlaceInDocument = { values: {}, places: {}, all: 'kept' };
const node: PlaceInDocument = { values: { id: 'kept' }, places: {} };
const request: PlaceInDocument = { values: { headers: 'headers' }, places: {} };
const step: PlaceInDocument = {
  values: { id: 'kept', node_id: 'kept', request_id: 'kept' },
  places: { node: () => node, request: () => request },
};
const path: PlaceInDocument = { values: {}, places: {}, items: () => step };

/** A session, also within a list, or within the answer of a service. */
export const session: PlaceInDocument = {
  values: {
    id: 'kept',
    session_start_time: 'kept',
    session_end_time: 'kept',
    source: 'caller',
    destination: 'called',
  },
  places: { flow_path: () => path, request_ids: () => ids, hits: () => session, _source: () => session },
  items: () => session,
};

export function placeWithin(place: PlaceInDocument, key: string | undefined): PlaceInDocument {
  if (place === elsewhere || place.all) return place;
  if (key === undefined) return place.items?.() ?? elsewhere;
  return Object.hasOwn(place.places, key) ? (place.places[key]?.() ?? elsewhere) : elsewhere;
}

export function meaningOf(place: PlaceInDocument, key: string | undefined): Meaning | undefined {
  if (place === elsewhere) return undefined;
  if (place.all) return place.all;
  return key !== undefined && Object.hasOwn(place.values, key) ? place.values[key] : undefined;
}
