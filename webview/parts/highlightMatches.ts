const name = 'search';

/** More than this is neither marked nor seen. */
const mostMatches = 1_000;
const longestText = 100_000;

/** Marks what is searched for in what is drawn. The browser paints the marks: nothing that was drawn is changed. */
export function highlightMatches(root: ParentNode, query: string): void {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...rangesOf(root, wanted)));
}

function rangesOf(root: ParentNode, wanted: string): readonly Range[] {
  const ranges: Range[] = [];
  for (const part of root.querySelectorAll('.scroller, .detail')) {
    const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node && ranges.length < mostMatches; node = texts.nextNode()) {
      ranges.push(...rangesIn(node, wanted));
    }
  }
  return ranges;
}

function rangesIn(node: Node, wanted: string): readonly Range[] {
  const written = node.textContent ?? '';
  const text = written.toLowerCase();
  // Few letters are longer in lower case; a text that holds one has its places elsewhere.
  if (written.length > longestText || text.length !== written.length) return [];
  const ranges: Range[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + wanted.length);
    ranges.push(range);
  }
  return ranges;
}
