import { loadMasking, masking } from './masking.ts';

/** What a page is told to show. */
interface Shown {
  readonly settings: { readonly masked: boolean };
}

/** Waits for the mask where a view needs it. */
export async function maskable<V extends Shown>(view: V): Promise<V> {
  if (needsMask(view)) await loadMasking();
  return view;
}

/** Takes messages in the order in which they come, those that need the mask when it is there. */
export function onceMaskable<M extends { readonly view?: Shown } | object>(
  receive: (message: M) => unknown,
): (message: M) => unknown {
  let waiting: Promise<unknown> | undefined;
  return (message) => {
    if (!waiting && !('view' in message && message.view && needsMask(message.view))) return receive(message);
    const turn = (waiting ?? loadMasking()).then(() => receive(message));
    waiting = turn;
    void turn.finally(() => {
      if (waiting === turn) waiting = undefined;
    });
    return turn;
  };
}

function needsMask({ settings }: Shown): boolean {
  return settings.masked && !masking();
}
