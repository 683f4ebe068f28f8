/** The page's own script, known while it runs for the first time only: where others of ours lie, and what lets them run. */
const own = globalThis.document?.currentScript;

/** Those that ran, or are about to. */
const scripts = new Map<string, Promise<void>>();

/** Runs another script of the extension once, from beside the page's own. Rejects when it cannot be had. */
export function runScript(name: string): Promise<void> {
  const known = scripts.get(name);
  if (known) return known;
  const run = load(name);
  scripts.set(name, run);
  run.catch(() => scripts.delete(name));
  return run;
}

function load(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!(own instanceof HTMLScriptElement)) {
      reject(new Error('The page has no script of its own.'));
      return;
    }
    const script = document.createElement('script');
    script.nonce = own.nonce;
    script.src = new URL(name, own.src).toString();
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${name} did not load.`));
    document.head.append(script);
  });
}
