/** Where an offset of a text is, as editors count: from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/u);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
