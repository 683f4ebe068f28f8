import * as vscode from 'vscode';
import { archiveFeature } from './composition/archiveFeature.ts';
import { checksFeature } from './composition/checksFeature.ts';
import { connectionsFeature } from './composition/connectionsFeature.ts';
import { deletionFeature } from './composition/deletionFeature.ts';
import { editorFeature } from './composition/editorFeature.ts';
import { explainEmptyFeature } from './composition/explainEmptyFeature.ts';
import { explorerFeature } from './composition/explorerFeature.ts';
import { exportFeature } from './composition/exportFeature.ts';
import { faultsFeature } from './composition/faultsFeature.ts';
import { findSessionFeature } from './composition/findSessionFeature.ts';
import { linksFeature } from './composition/linksFeature.ts';
import { recentFeature } from './composition/recentFeature.ts';
import { resultsFeature } from './composition/resultsFeature.ts';
import { sentRequestsFeature } from './composition/sentRequestsFeature.ts';
import { makeServices } from './composition/services.ts';
import { viewerFeature } from './composition/viewerFeature.ts';

/** What activation runs: makes what everything stands on, and registers the features, each with what it names. They load on first use. */
export function activate(context: vscode.ExtensionContext): void {
  // Nothing else wakes VS Code's JSON features for our language, and query files rely on them. They may be disabled.
  void vscode.extensions.getExtension('vscode.json-language-features')?.activate();

  const services = makeServices(context);
  const { store } = services;
  context.subscriptions.push(store);
  store.add(connectionsFeature(services));
  const viewer = store.add(viewerFeature(services));
  store.add(linksFeature(services));
  store.add(editorFeature(services));
  const explorer = store.add(explorerFeature(services));
  store.add(resultsFeature(services, explorer));
  store.add(recentFeature(services));
  store.add(findSessionFeature(services));
  store.add(explainEmptyFeature(services));
  store.add(exportFeature(services));
  store.add(checksFeature(services, viewer));
  store.add(archiveFeature(services));
  store.add(sentRequestsFeature(services));
  store.add(deletionFeature(services, viewer));
  store.add(faultsFeature(services));
}
