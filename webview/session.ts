import './page.css';
import type { Host } from './host.ts';
import { connectHost } from './host.ts';
import { SessionApp } from './sessionApp.ts';
import { registerToolkit } from './toolkit.ts';
import { translate } from './translate.ts';

registerToolkit();
const root = document.getElementById('session');
if (root) void start(root, connectHost());

async function start(main: HTMLElement, host: Host): Promise<void> {
  await translate(host.channel);
  await new SessionApp(main, host).start();
}
