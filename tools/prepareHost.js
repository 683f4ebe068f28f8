// Installs what tests run in, VS Code's server and a browser, where it is not there yet. Before those tests, which may start together.
import { findBrowser } from './vscodeHost/findBrowser.js';
import { installHost } from './vscodeHost/installHost.js';

await installHost();
findBrowser();
