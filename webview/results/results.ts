import './results.css';
import type { ResultsHost } from '../parts/host/host.ts';
import { connectHost } from '../parts/host/host.ts';
import { registerToolkit } from '../parts/toolkit.ts';
import { translate } from '../parts/words/translate.ts';
import { ResultsApp } from './resultsApp.ts';

registerToolkit();
const root = document.getElementById('results');
if (root) void start(root, connectHost());

async function start(main: HTMLElement, host: ResultsHost): Promise<void> {
  await translate(host.channel);
  await new ResultsApp(main, host).start();
}
