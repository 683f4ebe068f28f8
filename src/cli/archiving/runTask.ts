import { relative } from 'node:path';
import { readSessions } from '../../api/reading/readSessions.ts';
import type { Archived, ArchiveSessionsOptions } from '../../archive/writing/archiveSessions.ts';
import { archiveSessions } from '../../archive/writing/archiveSessions.ts';
import { LineFile } from '../../machine/lineFile.ts';
import { archivedWords, archivingWords } from '../../words/archivedWords.ts';
import { program } from '../arguments/help.ts';
import type { OpenConnection } from '../connection/connections.ts';
import type { OpenArchive } from '../connection/openArchive.ts';
import type { ExitCode } from '../outcome/exitCodes.ts';
import { exitCodes } from '../outcome/exitCodes.ts';
import type { Context } from '../program/command.ts';
import { errorSentence } from '../words/errorSentence.ts';
import type { ArchiveTask } from './archiveTask.ts';
import { forgetTask, journalFile, refusedFile } from './archiveTask.ts';

export interface Archiving {
  readonly client: OpenConnection['client'];
  readonly archive: OpenArchive;
  readonly mask: ArchiveSessionsOptions['mask'];
  readonly context: Context;
}

/** Archives to the end, or as far as it goes, and says what came of it. Throws what stopped it, after saying how to go on. */
export async function runTask(task: ArchiveTask, of: Archiving): Promise<ExitCode> {
  const { archive, context } = of;
  const { notes } = context;
  const journal = new LineFile(journalFile(task));
  // Aliases are nowhere but in memory: another CALLER-1 would be another person.
  if (task.masked) await journal.remove();
  const archived = await write(task, of, journal);
  notes.endProgress();
  const name = (file: string): string => relative(context.folder, file) || file;
  const words = archivedWords(archived, archive.name, String);
  const hasBegun = Object.values(countsOf(archived)).some((count) => count > 0);
  if (archived.error !== undefined && hasBegun) {
    notes.say(`${words} Go on: ${program} archive --go-on ${name(task.file)}`);
    throw archived.error;
  }
  await journal.remove();
  await forgetTask(task);
  if (archived.error !== undefined) throw archived.error;
  notes.say(words);
  if (archived.refused > 0) notes.say(`What was refused is in ${name(refusedFile(task))}, with the reasons.`);
  return archived.complete ? exitCodes.held : exitCodes.service;
}

function write(task: ArchiveTask, { client, archive, mask, context }: Archiving, journal: LineFile): Promise<Archived> {
  const { notes, signal } = context;
  const { projectFields: _, ...request } = task.request;
  return archiveSessions({
    request,
    read: (from, reading) =>
      readSessions({
        request,
        client,
        whole: true,
        signal: reading,
        ...(from ? { from } : {}),
        onWaiting: (waiting) => waiting && notes.progress(`Waiting for the service, ${waiting.pauseMs / 1000} s…`),
      }),
    archive: archive.client,
    mask,
    journal,
    refused: new LineFile(refusedFile(task)),
    signal,
    onProgress: (now) => notes.progress(`Archiving: ${archivingWords(now, String)} sessions…`),
    onWaiting: (error) => notes.progress(`Waiting for the cluster. ${errorSentence(error)}`),
  });
}

function countsOf({ written, refused, leftOut, unmasked, unnamed }: Archived) {
  return { written, refused, leftOut, unmasked, unnamed };
}
