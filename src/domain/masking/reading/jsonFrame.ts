import type { FieldName } from './fieldNames.ts';
import type { Columns, NamesInList } from './namesInList.ts';
import type { PlaceInDocument } from './sessionPlaces.ts';
import type { ValuesInRow } from './valuesInRow.ts';

/** An object or a list that is open. */
export interface Frame {
  readonly list: boolean;
  readonly inList: boolean;
  /** The secret field that all of it belongs to, if one. */
  readonly secret: string | undefined;
  /** Whether its names are those of headers. */
  readonly headers: boolean;
  readonly place: PlaceInDocument;
  /** Whether what it stands in tells nothing of its values. */
  readonly isPlain: boolean;
  /** What it is called. */
  readonly name: string | undefined;
  /** Those of its values that may be parts of one, once there are some. */
  row: ValuesInRow | undefined;
  /** The name of the value that comes next. */
  key: FieldName | undefined;
  /** In an object, what its entry of names and values is called; in a list, the text in front when that is a name's place. */
  called: string | undefined;
  /** How many values it has so far. */
  count: number;
  /** Of a list, what may be names in it. */
  names: NamesInList | undefined;
  /** The columns of the lists in it, each by the secret that it is called by, if one. */
  columns: Columns | undefined;
  /** Those of its own values. */
  readonly cells: Columns | undefined;
  /** Where the values of an entry begin and end among all values. */
  values: number[] | undefined;
}

export function newFrame(
  of: Pick<Frame, 'list' | 'inList' | 'name' | 'secret' | 'headers' | 'place' | 'names' | 'columns' | 'cells'>,
): Frame {
  // Spelled out: a spread makes reading several times slower.
  const { list, inList, name, secret, headers, place, names, columns, cells } = of;
  const isPlain =
    secret === undefined && !(list && (headers || inList || names !== undefined)) && place.all === undefined;
  return {
    list,
    inList,
    name,
    row: undefined,
    secret,
    headers,
    place,
    isPlain,
    key: undefined,
    called: undefined,
    count: 0,
    names,
    columns,
    cells,
    values: undefined,
  };
}

/** That of a whole document. */
export function rootFrame(headers: boolean, place: PlaceInDocument): Frame {
  // In the order of all others, for the same reason.
  return newFrame({
    list: false,
    inList: false,
    name: undefined,
    secret: undefined,
    headers,
    place,
    names: undefined,
    columns: undefined,
    cells: undefined,
  });
}

/** Whether nothing is known of the value that comes now: neither by its name nor by what it stands in. */
export function isPlainValue({ isPlain, key, list }: Frame): boolean {
  return isPlain && (key === undefined ? list : key.isPlain);
}

/** What the value that comes now is a secret by, if it is one. */
export function secretOf({ secret, key, headers, list, inList, count, called, cells }: Frame): string | undefined {
  if (secret !== undefined) return secret;
  if (cells?.[count] !== undefined) return cells[count];
  if (key !== undefined) {
    if (headers ? key.isSecretHeader : key.isSecret) return key.name;
    return key.isValue ? called : undefined;
  }
  // A pair within a list, or headers' names and values in turn.
  return list && (headers || inList) && called !== undefined && count % 2 === 1 ? called : undefined;
}
