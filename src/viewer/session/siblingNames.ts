/** The ending of session documents. */
export const sessionEnding = '.insights-session.json';

const inOrder = new Intl.Collator('en', { numeric: true });

/** The session documents among the files of a folder, as people sort them: `call-9` before `call-10`. */
export function siblingNames(names: readonly string[]): readonly string[] {
  return names.filter((name) => name.endsWith(sessionEnding)).sort((a, b) => inOrder.compare(a, b) || (a < b ? -1 : 1));
}
