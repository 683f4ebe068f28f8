import { createSessionMask } from '../domain/masking/maskSession.ts';
import type { SessionDocument } from '../domain/session/session.ts';
import { masksScreen } from './settings.ts';

/** Sessions as rows show them: without personal data while the setting says so, one alias for one value in all of them. */
export class ShownSessions {
  readonly #mask = createSessionMask();
  readonly #masked = new WeakMap<SessionDocument, SessionDocument>();

  of(session: SessionDocument): SessionDocument {
    if (!masksScreen()) return session;
    const known = this.#masked.get(session);
    if (known) return known;
    const masked = this.#mask(session);
    this.#masked.set(session, masked);
    return masked;
  }
}
