import type { ComparedSide } from '../../../src/protocol/comparisonMessages.ts';
import type { SessionContent, SessionView } from '../../../src/protocol/messages.ts';
import { replaceTexts } from './replaceTexts.ts';
import type { ShownView } from './sessionPage.ts';

/** What the page understands of a session, without which it would say less of it. */
const understood = [
  /^session_(?:start|end)_time=/u,
  /^status=in_progress$/u,
  /^transcription\.\d+\.\*=user$/u,
  /^flow_path\.\d+\.type=(?:start|speak|param_completion|webhook|end_call)$/u,
];

/** A view whose sessions hold no letters, so that every letter on the page is ours. */
export function withoutLetters(view: ShownView): ShownView {
  if ('columns' in view) throw new TypeError('Results are not sessions.');
  const number = numbered();
  if (!('left' in view)) return plain(view, number);
  return { ...view, left: plain(view.left, number), right: plain(view.right, number) };
}

type Numbered = ReturnType<typeof numbered>;

function plain<Side extends ComparedSide | SessionView>(side: Side, number: Numbered): Side {
  const named = { ...side, content: plainContent(side.content, number), fileName: '7.8' };
  const placed = 'place' in side ? { ...named, place: { query: '(1)', index: 1, count: '3' } } : named;
  return side.connection === undefined ? placed : { ...placed, connection: '9' };
}

function plainContent(content: SessionContent, number: Numbered): SessionContent {
  if (content.type === 'failed') return content;
  let document: unknown;
  try {
    document = JSON.parse(new TextDecoder().decode(content.bytes));
  } catch {
    return content;
  }
  return { ...content, bytes: new TextEncoder().encode(JSON.stringify(replaceTexts(document, number))) };
}

/** Each text has a number of its own, the same in every place. */
function numbered() {
  const numbers = new Map<string, string>();
  return (place: string, text: string): string => {
    if (understood.some((pattern) => pattern.test(`${place}=${text}`))) return text;
    const number = numbers.get(text) ?? `(${numbers.size + 1})`;
    numbers.set(text, number);
    return number;
  };
}
