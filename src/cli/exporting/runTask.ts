import { relative } from 'node:path';
import type { Exported } from '../../api/export/exportSessions.ts';
import { exportSessions } from '../../api/export/exportSessions.ts';
import { IncompleteAnswer } from '../../api/reading/incompleteAnswer.ts';
import { LineFile } from '../../machine/lineFile.ts';
import { PartialFile } from '../../machine/partialFile.ts';
import { program } from '../arguments/help.ts';
import type { OpenConnection } from '../connection/connections.ts';
import type { ExitCode } from '../outcome/exitCodes.ts';
import { exitCodes } from '../outcome/exitCodes.ts';
import { maskJson } from '../output/maskJson.ts';
import type { Context } from '../program/command.ts';
import type { ExportTask } from './exportTask.ts';
import { forgetTask, journalFile } from './exportTask.ts';

/** Writes an export to its end, or as far as it goes. Throws what stopped it, after saying how to go on. */
export async function runTask(
  task: ExportTask,
  of: { readonly client: OpenConnection['client']; readonly context: Context },
): Promise<ExitCode> {
  const { client, context } = of;
  const { signal, notes } = context;
  const journal = new LineFile(journalFile(task));
  // Aliases are nowhere but in memory: another CALLER-1 would be another person.
  if (task.masked) await journal.replace([]);
  const file = await PartialFile.open(task.partial);
  try {
    const exported = await exportSessions({
      ...task,
      client,
      file,
      journal,
      signal,
      ...(task.masked ? { mask: maskJson() } : {}),
      onProgress: ({ written, leftOut = 0, total, atLeast }) =>
        notes.progress(`Exporting: ${written + leftOut} of ${total}${atLeast ? ' or more' : ''} sessions…`),
      onWaiting: (waiting) => waiting && notes.progress(`Waiting for the service, ${waiting.pauseMs / 1000} s…`),
    });
    notes.endProgress();
    const name = (path: string): string => relative(context.folder, path) || path;
    if (exported.error !== undefined) {
      await file.close();
      notes.say(`${name(task.partial)} holds ${heldOf(exported)}. Go on: ${program} export --go-on ${name(task.file)}`);
      throw exported.error;
    }
    await file.finish(task.file);
    await journal.remove();
    await forgetTask(task);
    notes.say(`${name(task.file)}: ${countsOf(exported)}`);
    if (!exported.complete) throw new IncompleteAnswer(whyIncomplete(exported));
    return exitCodes.held;
  } finally {
    await file.close();
  }
}

/** Of how many it holds so many, where the service said it before it stopped. */
function heldOf({ written, total, leftOut = 0 }: Exported): string {
  return total > written + leftOut ? `${written} of ${total} sessions` : sessionsText(written);
}

function sessionsText(count: number): string {
  return `${count} ${count === 1 ? 'session' : 'sessions'}`;
}

function countsOf({ written, leftOut }: Exported): string {
  const sessions = sessionsText(written);
  return leftOut === undefined ? `${sessions}.` : `${sessions}, the refinement leaves out ${leftOut}.`;
}

function whyIncomplete(exported: Exported): string {
  const { unmasked } = exported;
  return [
    IncompleteAnswer.of(exported)?.message ?? [],
    ...(unmasked > 0 ? [`${unmasked} could not be masked, and were left out.`] : []),
  ].join(' ');
}
