/**
 * How npm is started: by the one that runs us, where one does, for `npm` alone cannot be started everywhere.
 * @returns {[command: string, ...args: string[]]}
 */
export function npmCommand() {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
}
