'use strict';
const vscode = require('vscode');
const { Server } = require('./client');

const SELECTOR = [{ language: 'inv' }];
let server;
let diagnostics;

function range(r) {
  return new vscode.Range(r.start.line, r.start.character, r.end.line, r.end.character);
}

function place(document, position) {
  return {
    textDocument: { uri: document.uri.toString() },
    position: { line: position.line, character: position.character },
  };
}

function edit(e) {
  return new vscode.TextEdit(range(e.range), e.newText);
}

function notified(method, params) {
  if (method !== 'textDocument/publishDiagnostics') return;
  const found = params.diagnostics.map((d) => {
    const diagnostic = new vscode.Diagnostic(range(d.range), d.message, vscode.DiagnosticSeverity.Error);
    diagnostic.source = d.source;
    return diagnostic;
  });
  diagnostics.set(vscode.Uri.parse(params.uri), found);
}

async function start() {
  const settings = vscode.workspace.getConfiguration('thymus');
  const artifacts = settings.get('artifacts');
  const options = ['lsp', '--stdio'].concat(artifacts ? ['--artifacts', artifacts] : []);
  server = new Server(settings.get('command') || 'thymus', options, notified, (why) => {
    diagnostics.clear();
    if (server) vscode.window.showErrorMessage('Thymus: ' + why + ' See the setting thymus.command.');
  });
  await server.request('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  server.notify('initialized', {});
  vscode.workspace.textDocuments.forEach(opened);
}

function isOurs(document) {
  return server && document.languageId === 'inv';
}

function opened(document) {
  if (!isOurs(document)) return;
  server.notify('textDocument/didOpen', {
    textDocument: {
      uri: document.uri.toString(),
      languageId: 'inv',
      version: document.version,
      text: document.getText(),
    },
  });
}

function changed({ document }) {
  if (!isOurs(document)) return;
  server.notify('textDocument/didChange', {
    textDocument: { uri: document.uri.toString(), version: document.version },
    contentChanges: [{ text: document.getText() }],
  });
}

function named(method) {
  return (document) =>
    isOurs(document) && server.notify(method, { textDocument: { uri: document.uri.toString() } });
}

/** By the protocol's numbers, which begin with 1 and not with 0. */
function kind(number) {
  return number ? number - 1 : undefined;
}

const providers = {
  async provideHover(document, position) {
    const hover = await server.request('textDocument/hover', place(document, position));
    return hover ? new vscode.Hover({ language: 'plaintext', value: hover.contents.value }) : undefined;
  },
  async provideDefinition(document, position) {
    const places = await server.request('textDocument/definition', place(document, position));
    return (places || []).map((p) => new vscode.Location(vscode.Uri.parse(p.uri), range(p.range)));
  },
  async provideCompletionItems(document, position) {
    const items = await server.request('textDocument/completion', place(document, position));
    return (items || []).map((i) => {
      const item = new vscode.CompletionItem(i.label, kind(i.kind));
      item.detail = i.detail;
      return item;
    });
  },
  async provideRenameEdits(document, position, newName) {
    const change = await server.request('textDocument/rename', { ...place(document, position), newName });
    const all = new vscode.WorkspaceEdit();
    Object.entries(change.changes).forEach(([uri, edits]) => all.set(vscode.Uri.parse(uri), edits.map(edit)));
    return all;
  },
  async provideDocumentFormattingEdits(document, options) {
    const edits = await server.request('textDocument/formatting', {
      textDocument: { uri: document.uri.toString() },
      options: { tabSize: options.tabSize, insertSpaces: options.insertSpaces },
    });
    return (edits || []).map(edit);
  },
};

async function activate(context) {
  diagnostics = vscode.languages.createDiagnosticCollection('thymus');
  const compiled = vscode.workspace.createFileSystemWatcher('**/{out,artifacts}/**/*.json');
  const recompiled = () => server && server.notify('workspace/didChangeWatchedFiles', { changes: [] });
  context.subscriptions.push(
    diagnostics,
    compiled,
    compiled.onDidChange(recompiled),
    compiled.onDidCreate(recompiled),
    vscode.workspace.onDidOpenTextDocument(opened),
    vscode.workspace.onDidChangeTextDocument(changed),
    vscode.workspace.onDidSaveTextDocument(named('textDocument/didSave')),
    vscode.workspace.onDidCloseTextDocument(named('textDocument/didClose')),
    vscode.languages.registerHoverProvider(SELECTOR, providers),
    vscode.languages.registerDefinitionProvider(SELECTOR, providers),
    vscode.languages.registerCompletionItemProvider(SELECTOR, providers, '.'),
    vscode.languages.registerRenameProvider(SELECTOR, providers),
    vscode.languages.registerDocumentFormattingEditProvider(SELECTOR, providers),
  );
  try {
    await start();
  } catch (error) {
    console.error('thymus: ' + error); // the end of the process was shown
  }
}

async function deactivate() {
  const last = server;
  server = undefined;
  if (last) await last.stop();
}

module.exports = { activate, deactivate };
