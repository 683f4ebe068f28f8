// Ending: by Ctrl+C, by a signal, or because whoever started us is gone.

// Taken at once: the parent can go while we still build.
const parent = process.ppid;

/**
 * Calls `stop` once and exits, when a signal asks for it or our parent process is gone.
 * @param {() => Promise<void>} stop
 */
export function endTogether(stop) {
  let ending = false;
  /** @param {number} code */
  const end = async (code) => {
    if (ending) return;
    ending = true;
    await stop().catch(() => {});
    process.exit(code);
  };
  process.on('SIGINT', () => void end(0));
  process.on('SIGTERM', () => void end(0));
  process.on('SIGHUP', () => void end(0));
  // A closed terminal must not end us before we ended the rest.
  process.stdout.on('error', () => void end(0));
  setInterval(() => {
    if (process.ppid !== parent) void end(0);
  }, 1000).unref();
}
