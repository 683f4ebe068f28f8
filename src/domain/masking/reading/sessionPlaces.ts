/** What is known of a value by where it stands in a session. */
export type Meaning =
  | MeaningOfSession
  /** Headers, in whatever notation. */
  | 'headers'
  /** The name of a parameter that a step set. */
  | 'parameter';

/** `kept`: tells one session, step or node from another, or when it was: no personal data, and nothing works without it. */
export type MeaningOfSession = 'kept' | 'caller' | 'called';

export function isOfSession(meaning: Meaning | undefined): meaning is MeaningOfSession {
  return meaning === 'kept' || meaning === 'caller' || meaning === 'called';
}

/** A place in a document: what its own values mean, and which place an object or a list in it is. */
export interface PlaceInDocument {
  readonly values: ReadonlyMap<string, Meaning>;
  readonly places: ReadonlyMap<string, () => PlaceInDocument>;
  /** What stands in a list here. */
  readonly items?: () => PlaceInDocument;
  /** What all values below mean. */
  readonly all?: Meaning;
}

const namesInPlaces = new Set<string>();

function placeOf(
  values: Readonly<Record<string, Meaning>>,
  places: Readonly<Record<string, () => PlaceInDocument>> = {},
  items?: () => PlaceInDocument,
): PlaceInDocument {
  for (const name of [...Object.keys(values), ...Object.keys(places)]) namesInPlaces.add(name);
  return {
    values: new Map(Object.entries(values)),
    places: new Map(Object.entries(places)),
    ...(items ? { items } : {}),
  };
}

/** Where nothing is known by the place. */
export const elsewhere: PlaceInDocument = placeOf({});

const ids: PlaceInDocument = { ...elsewhere, all: 'kept' };
const node = placeOf({ id: 'kept' });
const request = placeOf({ headers: 'headers' });
const parameter = placeOf({ name: 'parameter' });
const parameters = placeOf({}, {}, () => parameter);
const context = placeOf({}, { execution_parameters: () => parameters, altered_parameters: () => parameters });
const step = placeOf(
  { id: 'kept', node_id: 'kept', request_id: 'kept' },
  { node: () => node, request: () => request, context: () => context },
);
const path = placeOf({}, {}, () => step);

/** A session, also within a list, or within the answer of a service. */
export const session: PlaceInDocument = placeOf(
  {
    id: 'kept',
    session_start_time: 'kept',
    session_end_time: 'kept',
    source: 'caller',
    destination: 'called',
  },
  { flow_path: () => path, request_ids: () => ids, hits: () => session, _source: () => session },
  () => session,
);

/** Whether a value of this name means something in any place. */
export function isNameInPlaces(name: string): boolean {
  return namesInPlaces.has(name);
}

export function placeWithin(place: PlaceInDocument, key: string | undefined): PlaceInDocument {
  if (place === elsewhere || place.all) return place;
  if (key === undefined) return place.items?.() ?? elsewhere;
  return place.places.get(key)?.() ?? elsewhere;
}

export function meaningOf(place: PlaceInDocument, key: string | undefined): Meaning | undefined {
  if (place === elsewhere) return undefined;
  return place.all ?? (key === undefined ? undefined : place.values.get(key));
}
