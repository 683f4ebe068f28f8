/** A text in which the stretches stand in guillemets, each with its name where it has one. */
export function marked(
  text: string,
  stretches: readonly { readonly start: number; readonly end: number; readonly name?: string }[],
): string {
  let shown = '';
  let at = 0;
  for (const { start, end, name } of stretches) {
    shown += `${text.slice(at, start)}«${name === undefined ? '' : `${name}: `}${text.slice(start, end)}»`;
    at = end;
  }
  return shown + text.slice(at);
}
