import type { SessionDocument } from '../../domain/session/session.ts';
import type { SortOrder } from './sortOrder.ts';

/** One stream of several that are each in order. Reads no further ahead than the next row of each. */
export async function* mergeInOrder(
  streams: readonly AsyncGenerator<SessionDocument>[],
  order: SortOrder,
): AsyncGenerator<SessionDocument> {
  const next = async (stream: AsyncGenerator<SessionDocument>) => {
    const { done, value } = await stream.next();
    return done ? undefined : { stream, session: value, places: order.placesOf(value) };
  };
  try {
    const heads = (await Promise.all(streams.map(next))).filter((head) => head !== undefined);
    while (heads.length > 0) {
      let first = 0;
      for (let at = 1; at < heads.length; at++) {
        if (order.compare(heads[at]?.places ?? [], heads[first]?.places ?? []) < 0) first = at;
      }
      const [head] = heads.splice(first, 1);
      if (!head) return;
      yield head.session;
      const following = await next(head.stream);
      // Back to its own place: of equal rows the earlier stream's goes first.
      if (following) heads.splice(first, 0, following);
    }
  } finally {
    await Promise.all(streams.map((stream) => stream.return(undefined)));
  }
}
