import type { SessionClient } from '../../api/client/sessionClient.ts';
import type { UnfoundSessions } from '../../domain/connections/unfoundSessions.ts';
import type { DateRange } from '../../domain/time/dates.ts';
import type { SettingsFiles } from './settingsFiles.ts';

/** A connection that can be asked. */
export interface OpenConnection {
  readonly name: string;
  /** Which service it is, or which file as it was written. */
  readonly service: string;
  readonly client: SessionClient;
  /** When the first and the last session of a file that an option names started. */
  readonly span?: DateRange | undefined;
  readonly unfound?: UnfoundSessions | undefined;
  close(): Promise<void>;
}

/** What opening one needs to know. */
export interface Opening {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  readonly settings: SettingsFiles;
}
