import type { SessionContent } from '../../../src/protocol/messages.ts';
import { loadMasking, masking } from '../masking/masking.ts';
import { unpackedContent } from './unpackedContent.ts';

/** What a page is told to show. */
interface Shown {
  readonly content?: SessionContent;
  readonly settings: { readonly masked: boolean };
}

/** A view once it can be shown: unpacked, and with the mask where it needs that. */
export async function readyView<V extends Shown>(view: V): Promise<V> {
  const masked = needsMask(view) ? loadMasking() : undefined;
  const ready = view.content ? { ...view, content: await unpackedContent(view.content) } : view;
  await masked;
  return ready;
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

function isPacked({ content }: Shown): boolean {
  return content?.type === 'document' && content.gzipped === true;
}

function needsMask({ settings }: Shown): boolean {
  return settings.masked && !masking();
}
