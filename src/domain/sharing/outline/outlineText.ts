import { nameOverrides } from '../../text/directions.ts';
import { onOneLine } from './onOneLine.ts';
import type { Outline, OutlineBlock } from './outline.ts';

/** An outline as plain text, for what knows no Markdown. */
export function outlineText(outline: Outline): string {
  return `${outline.map(blockText).join('\n\n')}\n`;
}

function blockText(block: OutlineBlock): string {
  switch (block.kind) {
    case 'heading':
      return onOneLine(block.text);
    case 'facts':
      return block.facts.map(([name, value]) => `${name}: ${onOneLine(value)}`).join('\n');
    case 'talk':
      return block.lines.map(({ speaker, text }) => `${speaker}: ${onOneLine(text)}`).join('\n');
    case 'list':
      return block.items
        .map(({ text, code }) => `- ${onOneLine(text)}${code === undefined ? '' : ` (${onOneLine(code)})`}`)
        .join('\n');
    case 'payload':
      return nameOverrides(block.text).trimEnd();
  }
}
