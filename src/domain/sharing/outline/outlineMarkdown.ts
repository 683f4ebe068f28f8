import { nameOverrides } from '../../text/directions.ts';
import { onOneLine } from './onOneLine.ts';
import type { Outline, OutlineBlock } from './outline.ts';

/** An outline as Markdown, in which all text stays text. */
export function outlineMarkdown(outline: Outline): string {
  return `${outline.map(blockMarkdown).join('\n\n')}\n`;
}

function blockMarkdown(block: OutlineBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${escaped(block.text)}`;
    case 'facts':
      return block.facts.map(([name, value]) => `- ${name}: ${escaped(value)}`).join('\n');
    case 'talk':
      return block.lines.map(({ speaker, text }) => `> **${speaker}:** ${escaped(text)}`).join('\n>\n');
    case 'list':
      return block.items
        .map(({ text, code: about }) => `- ${escaped(text)}${about === undefined ? '' : ` (${code(about)})`}`)
        .join('\n');
    case 'payload':
      return fenced(block.text);
  }
}

/** Text on one line that stays text: nothing in it is markup, and nothing of it is lost. */
function escaped(text: string): string {
  return onOneLine(text)
    .replaceAll(/[\\`*_~[\]#|]/gu, String.raw`\$&`)
    .replaceAll(/[&<>]/gu, (mark) => entities[mark] ?? mark);
}

/** A reader that makes links of addresses takes a backslash behind one for a part of it, and what it escapes for markup. */
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text on one line as code: between more backticks in a row than it holds. */
function code(text: string): string {
  const line = onOneLine(text);
  const ticks = '`'.repeat(longestTicks(line) + 1);
  return longestTicks(line) > 0 ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`;
}

/** Lines as code, between fences that are longer than all that look like one in it. */
function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestTicks(text) + 1));
  return `${fence}\n${nameOverrides(text).trimEnd()}\n${fence}`;
}

function longestTicks(text: string): number {
  return Math.max(0, ...(text.match(/`+/gu) ?? []).map(({ length }) => length));
}
