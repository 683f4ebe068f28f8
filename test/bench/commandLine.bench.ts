import { spawnSync } from 'node:child_process';

const file = 'samples/webhooks/failed-webhooks.insights.json';
const commands: Readonly<Record<string, readonly string[]>> = {
  'node -e 0': ['-e', '0'],
  '--help': ['dist/cli.cjs', '--help'],
  'lint of one file': ['dist/cli.cjs', 'lint', file],
};
const rounds = 21;

/** All in turns, so that what else the machine does weighs on each alike. */
const times = new Map(Object.keys(commands).map((name): [string, number[]] => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const [name, args] of Object.entries(commands)) {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    times.get(name)?.push(performance.now() - start);
  }
}

const median = (name: string): number => times.get(name)?.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
const bare = median('node -e 0');
for (const name of Object.keys(commands)) console.log(`command line, ${name}, ms: ${median(name).toFixed(1)}`);
for (const name of ['--help', 'lint of one file']) {
  console.log(`command line, ${name}, over node -e 0 (budget 1.5): ${(median(name) / bare).toFixed(2)}`);
}
