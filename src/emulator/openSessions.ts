import { readFileSync } from 'node:fs';
import type { SessionDocument } from '../domain/session.ts';
import { SessionFile } from './sessionFile.ts';
import type { SessionSource } from './sessionSource.ts';

/** The sessions of an exported file: one on each line, or one JSON list, or one session alone. */
export function openSessions(file: string): readonly SessionDocument[] | SessionSource {
  if (!file.endsWith('.json')) return new SessionFile(file);
  const value: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  return (Array.isArray(value) ? value : [value]) as SessionDocument[];
}
