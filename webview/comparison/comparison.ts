import type { ComparisonHost } from '../parts/host/host.ts';
import { connectHost } from '../parts/host/host.ts';
import { registerToolkit } from '../parts/toolkit.ts';
import { translate } from '../parts/words/translate.ts';
import { ComparisonApp } from './comparisonApp.ts';

registerToolkit();
const root = document.getElementById('comparison');
if (root) void start(root, connectHost());

async function start(main: HTMLElement, host: ComparisonHost): Promise<void> {
  await translate(host.channel);
  await new ComparisonApp(main, host).start();
}
