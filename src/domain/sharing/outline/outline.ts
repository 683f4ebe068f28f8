/** What is written of a session for people, before it is Markdown or plain text. */
export type OutlineBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'talk'; readonly lines: readonly { readonly speaker: string; readonly text: string }[] }
  | { readonly kind: 'list'; readonly items: readonly OutlineItem[] }
  /** A payload as it was sent, on as many lines as it has. */
  | { readonly kind: 'payload'; readonly text: string };

export interface OutlineItem {
  readonly text: string;
  /** What stands behind it and is no prose: an address. */
  readonly code?: string | undefined;
}

export type Outline = readonly OutlineBlock[];

/** Blocks that hold something. */
export function filled(blocks: Outline): Outline {
  return blocks.filter((block) => {
    switch (block.kind) {
      case 'facts':
        return block.facts.length > 0;
      case 'talk':
        return block.lines.length > 0;
      case 'list':
        return block.items.length > 0;
      case 'payload':
        return block.text.trim() !== '';
      default:
        return true;
    }
  });
}
