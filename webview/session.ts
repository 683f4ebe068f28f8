import './page.css';
import { SessionApp } from './sessionApp.ts';
import { registerToolkit } from './toolkit.ts';

registerToolkit();
const root = document.getElementById('session');
if (root) void new SessionApp(root).start();
