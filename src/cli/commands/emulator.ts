import { runEmulator } from '../../emulator/commandLine.ts';
import { program } from '../arguments/help.ts';
import { exitCodes } from '../outcome/exitCodes.ts';
import type { Command } from '../program/command.ts';

/** The emulator's own command line, which has a help of its own. */
export const emulator: Command = {
  ownHelp: true,
  help: {
    name: 'emulator',
    operands: '',
    summary: 'Serves sessions on this machine as the Insights service does.',
    options: {},
    examples: ['emulator --port 8080 --key secret'],
  },
  execute: async ({ args }) => {
    await runEmulator(args, `${program} emulator`);
    return exitCodes.held;
  },
};
