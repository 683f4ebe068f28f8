import * as vscode from 'vscode';
import type { FaultScenario } from '../emulator/faults/faults.ts';
import type { EmulatorProcessOptions, ProcessedEmulator } from '../emulator/process/emulatorProcess.ts';
import type { Emulator } from '../emulator/server/server.ts';

/** What served the sample or a file gives its memory back. */
const idleMs = 15 * 60_000;

type Starting = Omit<EmulatorProcessOptions, 'script' | 'idleMs' | 'served' | 'faults'>;

/** Starts the processes that serve the sample and files, and has the sample fail on purpose. */
export class LocalEmulators {
  readonly #extensionUri: vscode.Uri;
  readonly #now: () => Date;
  #sample: Emulator | undefined;
  #faults: FaultScenario | undefined;

  constructor(extensionUri: vscode.Uri, now: () => Date) {
    this.#extensionUri = extensionUri;
    this.#now = now;
  }

  async startSample(starting: Starting): Promise<Emulator> {
    const served = { kind: 'sample', now: this.#now().toISOString() } as const;
    this.#sample = await this.#start({ ...starting, served, faults: this.#faults });
    return this.#sample;
  }

  startFile(file: string, starting: Starting): Promise<ProcessedEmulator> {
    return this.#start({ ...starting, served: { kind: 'file', file } });
  }

  /** Of the sample that is served now, and of each that is started after it. */
  setFaults(faults: FaultScenario | undefined): void {
    this.#faults = faults;
    this.#sample?.setFaults(faults);
  }

  async #start(options: Omit<EmulatorProcessOptions, 'script' | 'idleMs'>): Promise<ProcessedEmulator> {
    const script = vscode.Uri.joinPath(this.#extensionUri, 'dist/emulatorProcess.js').fsPath;
    const { startEmulatorProcess } = await import('../emulator/process/emulatorProcess.ts');
    return startEmulatorProcess({ ...options, script, idleMs });
  }
}
