'use strict';
// An editor of a few lines, in place of VS Code: node editor.js EXTENSION LAUNCHER FILE.inv
const fs = require('fs');
const Module = require('module');
const path = require('path');
const { pathToFileURL } = require('url');

const [extension, launcher, file] = process.argv.slice(2);
const uri = pathToFileURL(file).href;
let text = fs.readFileSync(file, 'utf8');
let providers;
let changed;
let shown = () => {};
const nothing = { dispose() {} };

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}
class Range {
  constructor(a, b, c, d) {
    this.start = new Position(a, b);
    this.end = new Position(c, d);
  }
}
class Holder {
  constructor(...parts) {
    this.parts = parts;
  }
}
class WorkspaceEdit {
  constructor() {
    this.all = new Map();
  }
  set(of, edits) {
    this.all.set(of, edits);
  }
}
const register = (selector, all) => {
  providers = all;
  return nothing;
};
const vscode = {
  Position,
  Range,
  WorkspaceEdit,
  TextEdit: Holder,
  Hover: Holder,
  Location: Holder,
  CompletionItem: Holder,
  Diagnostic: Holder,
  DiagnosticSeverity: { Error: 0 },
  Uri: { parse: (of) => of },
  window: { showErrorMessage: (why) => console.log('error: ' + why) },
  languages: {
    createDiagnosticCollection: () => ({ set: (of, found) => shown(found), clear() {}, ...nothing }),
    registerHoverProvider: register,
    registerDefinitionProvider: register,
    registerCompletionItemProvider: register,
    registerRenameProvider: register,
    registerDocumentFormattingEditProvider: register,
  },
  workspace: {
    getConfiguration: () => ({ get: (name) => (name === 'command' ? launcher : '') }),
    createFileSystemWatcher: () => ({ onDidChange: () => nothing, onDidCreate: () => nothing, ...nothing }),
    onDidOpenTextDocument: () => nothing,
    onDidChangeTextDocument: (listener) => ((changed = listener), nothing),
    onDidSaveTextDocument: () => nothing,
    onDidCloseTextDocument: () => nothing,
  },
};
const document = { languageId: 'inv', uri: { toString: () => uri }, version: 1, getText: () => text };
vscode.workspace.textDocuments = [document];

const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? vscode : load(name, ...rest));

/** The place of | in a piece of the text. */
function at(piece) {
  const before = text.slice(0, text.indexOf(piece.replace('|', '')) + piece.indexOf('|')).split('\n');
  return new Position(before.length - 1, before[before.length - 1].length);
}

const next = () => new Promise((resolve) => (shown = resolve));

async function main() {
  const { activate, deactivate } = require(path.join(extension, 'extension.js'));
  const first = next();
  await activate({ subscriptions: [] });
  console.log('diagnostics: ' + (await first).length);
  const hover = await providers.provideHover(document, at('vault.lev|el()'));
  console.log('hover: ' + hover.parts[0].value.split('\n')[0]);
  const [place] = await providers.provideDefinition(document, at('vault.lev|el()'));
  console.log('definition: ' + place.parts[0] + ' ' + place.parts[1].start.line);
  const items = await providers.provideCompletionItems(document, at('vault.|level()'));
  console.log('completion: ' + items.some((i) => i.parts[0] === 'lastRefill'));
  const renamed = await providers.provideRenameEdits(document, at('flow o|ut ='), 'outflow');
  console.log('rename: ' + renamed.all.get(uri).length);
  const layout = await providers.provideDocumentFormattingEdits(document, { tabSize: 2, insertSpaces: true });
  console.log('format: ' + layout.length);
  text = text.replace('vault.level()', 'vault.levl()');
  const second = next();
  changed({ document });
  console.log('diagnostics: ' + (await second).length);
  await deactivate();
  console.log('ended');
}

main().catch((error) => {
  console.log(String(error));
  process.exit(1);
});
