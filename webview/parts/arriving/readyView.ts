import type { SessionContent } from '../../../src/protocol/messages.ts';
import { loadMasking, masking } from '../masking/masking.ts';
import { unpackedContent } from './unpackedContent.ts';

/** What a page is told to show: a session, or two to compare. */
interface Shown {
  readonly content?: SessionContent;
  readonly left?: { readonly content: SessionContent };
  readonly right?: { readonly content: SessionContent };
  readonly settings: { readonly masked: boolean };
}

/** A view once it can be shown: unpacked, and with the mask where it needs that. */
export async function readyView<V extends Shown>(view: V): Promise<V> {
  const side = async ({ content, ...more }: { readonly content: SessionContent }) => ({
    ...more,
    content: await unpackedContent(content),
  });
  const { content, left, right } = view;
  const [one, first, second] = await Promise.all([
    content && unpackedContent(content),
    left && side(left),
    right && side(right),
    needsMask(view) ? loadMasking() : undefined,
  ]);
  return { ...view, ...(one && { content: one }), ...(first && { left: first }), ...(second && { right: second }) };
}

/** Takes messages in the order in which they come, those whose view is not ready once it is. */
export function onceReady<M extends { readonly view?: Shown } | object>(
  receive: (message: M) => unknown,
): (message: M) => unknown {
  let waiting: Promise<unknown> | undefined;
  return (message) => {
    const view = 'view' in message ? message.view : undefined;
    const isReady = !view || !(isPacked(view) || needsMask(view));
    if (!waiting && isReady) return receive(message);
    const ready = isReady ? message : readyView(view).then((made) => ({ ...message, view: made }));
    const turn = Promise.all([ready, waiting?.catch(() => {})]).then(([one]) => receive(one));
    waiting = turn;
    void turn
      .catch(() => {})
      .finally(() => {
        if (waiting === turn) waiting = undefined;
      });
    return turn;
  };
}

function isPacked({ content, left, right }: Shown): boolean {
  return [content, left?.content, right?.content].some((one) => one?.type === 'document' && one.gzipped);
}

function needsMask({ settings }: Shown): boolean {
  return settings.masked && !masking();
}
