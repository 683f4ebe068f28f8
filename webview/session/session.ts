import type { Host } from '../parts/host/host.ts';
import { connectHost } from '../parts/host/host.ts';
import { registerToolkit } from '../parts/toolkit.ts';
import { translate } from '../parts/words/translate.ts';
import { SessionApp } from './sessionApp.ts';

registerToolkit();
const root = document.getElementById('session');
if (root) void start(root, connectHost());

async function start(main: HTMLElement, host: Host): Promise<void> {
  await translate(host.channel);
  await new SessionApp(main, host).start();
}
