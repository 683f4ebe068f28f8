// The processes that one process started, directly or not. Reads /proc, so Linux only.
import fs from 'node:fs';

type Process = { readonly pid: number; readonly parent: number; readonly state: string; readonly command: string };

function processes(): readonly Process[] {
  const pids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      const [, command = '', state = '', parent = ''] =
        /^\d+ \((.*)\) (\S) (\d+)/s.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      return [{ pid: Number(pid), parent: Number(parent), state, command }];
    } catch {
      return []; // It ended while we looked.
    }
  });
}

/** The process ids of all living descendants. */
export function descendantsOf(pid: number): readonly number[] {
  const all = processes();
  const found = new Set([pid]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const one of all) if (found.has(one.parent)) found.add(one.pid);
  }
  found.delete(pid);
  return [...found];
}

/** Those of the processes that still run, as `PID COMMAND`; one that only waits to be buried does not count. */
export function stillRunning(pids: readonly number[]): readonly string[] {
  return processes()
    .filter((one) => pids.includes(one.pid) && one.state !== 'Z')
    .map((one) => `${one.pid} ${one.command}`);
}
