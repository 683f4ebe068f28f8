import * as vscode from 'vscode';
import { inertText, markdownOfText } from '../../domain/text/inertText.ts';
import type { CommandId } from '../commands.ts';

/** A test as the Test Explorer shows it. */
export interface ShownTest {
  readonly id: string;
  readonly uri: vscode.Uri;
  readonly label: string;
  readonly description?: string | undefined;
  readonly range?: vscode.Range | undefined;
  readonly sortText?: string | undefined;
}

/** Makes a test, or puts into one what it shows now. */
export function showTest(controller: vscode.TestController, test: ShownTest, known?: vscode.TestItem): vscode.TestItem {
  const item = known ?? controller.createTestItem(test.id, inertText(test.label), test.uri);
  item.label = inertText(test.label);
  item.description = inertText(test.description ?? '');
  item.range = test.range;
  if (test.sortText !== undefined) item.sortText = test.sortText;
  return item;
}

/** A command that stands as a link below what is said of a failed test. Its arguments must be values of JSON. */
export interface TestLink {
  readonly label: string;
  readonly command: CommandId;
  readonly arguments: readonly unknown[];
}

export interface ShownFailure {
  readonly sentence: string;
  readonly location: vscode.Location;
  readonly links?: readonly TestLink[];
}

/** What is said of a failed test, where it failed. */
export function testFailure({ sentence, location, links = [] }: ShownFailure): vscode.TestMessage {
  const message = new vscode.TestMessage(links.length > 0 ? linked(sentence, links) : inertText(sentence));
  message.location = location;
  return message;
}

/** Words that are Markdown of themselves alone, and commands of ours alone. */
function linked(sentence: string, links: readonly TestLink[]): vscode.MarkdownString {
  const lines = links.map(({ label, command, arguments: given }) => {
    const query = encodeURIComponent(JSON.stringify(given)).replaceAll(
      /[()]/gu,
      (one) => `%${one.charCodeAt(0).toString(16)}`,
    );
    return `- [${markdownOfText(label)}](command:${command}?${query})`;
  });
  const markdown = new vscode.MarkdownString(`${markdownOfText(sentence)}\n\n${lines.join('\n')}`);
  markdown.isTrusted = { enabledCommands: [...new Set(links.map(({ command }) => command))] };
  return markdown;
}

/** A line of what a run of tests tells. Its place is a terminal, which obeys what is no text. */
export function tellInRun(run: vscode.TestRun, line: string): void {
  run.appendOutput(`${inertText(line)}\r\n`);
}

/** Begins a run of tests under a name of its own. */
export function startTestRun(
  controller: vscode.TestController,
  request: vscode.TestRunRequest,
  name: string,
): vscode.TestRun {
  return controller.createTestRun(request, inertText(name));
}
