import type * as vscode from 'vscode';
import { registerSimulateFaults } from '../explorer/runs/registerSimulateFaults.ts';
import type { Services } from './services.ts';

/** Faults on purpose on the sample connection. */
export function faultsFeature({ emulators, registrar }: Services): vscode.Disposable {
  return registerSimulateFaults(registrar, {
    faultIds: async () => (await import('../emulator/faults/namedFaults.ts')).namedFaults.map(({ id }) => id),
    setFault: async (id) => {
      const { namedFaults } = await import('../emulator/faults/namedFaults.ts');
      emulators.setFaults(namedFaults.find((fault) => fault.id === id)?.scenario);
    },
  });
}
