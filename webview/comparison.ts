import './page.css';
import { ComparisonApp } from './comparisonApp.ts';
import type { ComparisonHost } from './host.ts';
import { connectHost } from './host.ts';
import { registerToolkit } from './toolkit.ts';
import { translate } from './translate.ts';

registerToolkit();
const root = document.getElementById('comparison');
if (root) void start(root, connectHost());

async function start(main: HTMLElement, host: ComparisonHost): Promise<void> {
  await translate(host.channel);
  await new ComparisonApp(main, host).start();
}
