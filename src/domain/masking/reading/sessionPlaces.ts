import { listNames, wrappers } from '../../session/sessionsIn.ts';

/** What is known of a value by where it stands in a session. */
export type Meaning =
  | MeaningOfSession
  /** Headers, in whatever notation. */
  | 'headers'
  | MeaningAtStep;

/** What a step tells of its parameters: what was said, at which node, and the name and the value of one that it set. */
export type MeaningAtStep = 'said' | 'nodeId' | 'parameterName' | 'parameterValue' | 'parameterText';

/** `kept`: tells one session, step or node from another, or when it was: no personal data, and nothing works without it. */
export type MeaningOfSession = 'kept' | 'nodeId' | 'caller' | 'called';

export function isOfSession(meaning: Meaning | undefined): meaning is MeaningOfSession {
  return meaning === 'kept' || meaning === 'nodeId' || meaning === 'caller' || meaning === 'called';
}

export function isAtStep(meaning: Meaning | undefined): meaning is MeaningAtStep {
  return meaning === 'nodeId' || (meaning !== undefined && meaning !== 'headers' && !isOfSession(meaning));
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
const ofParameter = { name: 'parameterName', value: 'parameterValue', value_text: 'parameterText' } as const;
export const parameter: PlaceInDocument = placeOf(ofParameter);
export const alteredParameter: PlaceInDocument = placeOf(ofParameter);
const parameters = placeOf({}, {}, () => parameter);
const altered = placeOf({}, {}, () => alteredParameter);
const context = placeOf(
  { user_input: 'said' },
  { execution_parameters: () => parameters, altered_parameters: () => altered },
);
export const step: PlaceInDocument = placeOf(
  { id: 'kept', node_id: 'nodeId', request_id: 'kept' },
  { node: () => node, request: () => request, context: () => context },
);
export const path: PlaceInDocument = placeOf({}, {}, () => step);

/** A parameter that the service kept of a session, beside its path. */
export const keptParameter: PlaceInDocument = placeOf(ofParameter);
const keptParameters = placeOf({}, {}, () => keptParameter);
const flowData = placeOf({}, { collected_parameters: () => keptParameters });

/** What sessions are kept in, in files of other programs (see `sessionsIn`). */
const around: readonly string[] = [...listNames, ...wrappers, 'hits', 'response', 'responses', 'body'];

/** A session, also within a list, or within what holds sessions. */
export const session: PlaceInDocument = placeOf(
  {
    id: 'kept',
    session_start_time: 'kept',
    session_end_time: 'kept',
    source: 'caller',
    destination: 'called',
  },
  {
    flow_path: () => path,
    flow_data: () => flowData,
    params_list: () => keptParameters,
    request_ids: () => ids,
    ...Object.fromEntries(around.map((name) => [name, () => session])),
  },
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
