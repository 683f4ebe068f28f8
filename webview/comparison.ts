import './page.css';
import { ComparisonApp } from './comparisonApp.ts';
import { registerToolkit } from './toolkit.ts';

registerToolkit();
const root = document.getElementById('comparison');
if (root) void new ComparisonApp(root).start();
