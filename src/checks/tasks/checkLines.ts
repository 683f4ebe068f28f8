import type * as vscode from 'vscode';
import { readQuery } from '../../host/queries/readQuery.ts';
import { translated } from '../../host/translated.ts';
import { brokenByText, nameOfExpectation, verdictSentence } from '../../words/expectationWords.ts';
import type { CheckNeeds } from '../running/checkFile.ts';
import { checkFile } from '../running/checkFile.ts';
import { checkErrorWords } from '../running/errorWords.ts';
import { Refused } from '../running/refused.ts';
import { testsOf } from '../tests/queryTests.ts';
import type { FileLines, TaskFacts } from './taskFacts.ts';

/** What came of the expectations of a query file; nothing where it has none. */
export async function checkLines(
  file: vscode.Uri,
  name: string,
  of: { readonly signal: AbortSignal; readonly needs: CheckNeeds; readonly wordsOf: TaskFacts['wordsOf'] },
): Promise<FileLines> {
  const { signal, needs, wordsOf } = of;
  const before = testsOf({ uri: file, query: await readQuery(file), isSaved: true });
  if (before.expectations.length === 0) return { lines: [], ok: true };
  try {
    const checked = await checkFile(file, { signal, mayAsk: false }, needs);
    const { expectations } = testsOf({ uri: file, query: checked.parsed, isSaved: true });
    const lines = checked.verdicts.flatMap((verdict) => {
      const { start = before.at } = expectations.find(({ index }) => index === verdict.index) ?? {};
      const title = translated(() => nameOfExpectation(checked.query.expect, verdict.index));
      if (verdict.held) return [`  held    ${title}`];
      const place = `${name}:${start.line}:${start.column}`;
      const broken = verdict.brokenBy.map((one) => `          ${translated(() => brokenByText(one))}`);
      return [`${place}: error: ${title}: ${translated(() => verdictSentence(verdict))}`, ...broken];
    });
    return { lines: [`${name} (${checked.connection})`, ...lines], ok: checked.verdicts.every(({ held }) => held) };
  } catch (error) {
    const { line, column } = (error instanceof Refused && error.at) || before.at;
    return { lines: [`${name}:${line}:${column}: error: ${checkErrorWords(error, wordsOf).sentence}`], ok: false };
  }
}
