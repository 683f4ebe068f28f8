import type { SessionSchemaJson } from '../../schemas/generated/session.ts';

/** A session as the service stores it. */
export type SessionDocument = SessionSchemaJson;
