// Loaded into every process of tests: node:test takes a process that exits with 0 before its tests are done for one that passed.
import { after } from 'node:test';

// The process that starts the others has no tests of its own.
if (process.env.NODE_TEST_CONTEXT) {
  let done = false;
  after(() => {
    done = true;
  });
  process.on('exit', (code) => {
    if (done || code !== 0) return;
    process.stderr.write(`${process.argv[1]} ended before its tests did.\n`);
    process.exitCode = 1;
  });
}
