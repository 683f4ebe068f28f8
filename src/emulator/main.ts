import { runEmulator } from './commandLine.ts';

await runEmulator(process.argv.slice(2), 'npm run -s emulator --');
