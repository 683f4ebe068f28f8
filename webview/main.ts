import './page.css';
import { ComparisonApp } from './comparisonApp.ts';
import { SessionApp } from './sessionApp.ts';
import { registerToolkit } from './toolkit.ts';

registerToolkit();
const session = document.getElementById('session');
if (session) void new SessionApp(session).start();
const comparison = document.getElementById('comparison');
if (comparison) void new ComparisonApp(comparison).start();
