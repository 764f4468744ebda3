'use strict';
// The Language Server Protocol over the streams of a process: only what an editor of .inv files needs.
const { spawn } = require('child_process');

/** Takes messages out of a stream of bytes: a header with the length, an empty line, JSON. */
class Messages {
  constructor(take) {
    this.take = take;
    this.rest = Buffer.alloc(0);
  }

  add(bytes) {
    this.rest = Buffer.concat([this.rest, bytes]);
    for (;;) {
      const end = this.rest.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = /^content-length: *(\d+)/im.exec(this.rest.toString('ascii', 0, end));
      const from = end + 4;
      if (!length) {
        this.rest = this.rest.subarray(from);
        continue;
      }
      const to = from + Number(length[1]);
      if (this.rest.length < to) return;
      const text = this.rest.toString('utf8', from, to);
      this.rest = this.rest.subarray(to);
      try {
        this.take(JSON.parse(text));
      } catch (error) {
        console.error('thymus: ' + error);
      }
    }
  }
}

/** A language server in a process of its own. */
class Server {
  /**
   * @param {string} command
   * @param {string[]} options
   * @param {(method: string, params: any) => void} notified
   * @param {(why: string) => void} ended
   */
  constructor(command, options, notified, ended) {
    this.open = new Map();
    this.number = 0;
    this.gone = false;
    this.process = spawn(command, options, { stdio: ['pipe', 'pipe', 'pipe'] });
    const messages = new Messages((message) => this.receive(message, notified));
    this.process.stdout.on('data', (bytes) => messages.add(bytes));
    let last = '';
    this.process.stderr.on('data', (bytes) => (last = (last + bytes).slice(-2000)));
    this.process.stdin.on('error', () => {});
    const end = (why) => {
      if (this.gone) return;
      this.gone = true;
      for (const wait of this.open.values()) wait.reject(new Error(why));
      this.open.clear();
      ended(why);
    };
    this.process.on('error', (error) => end(String(error.message)));
    this.process.on('exit', (code) => end(`${command} ended with code ${code}. ${last}`));
  }

  receive(message, notified) {
    const wait = message.method === undefined ? this.open.get(message.id) : undefined;
    if (wait) {
      this.open.delete(message.id);
      if (message.error) wait.reject(new Error(message.error.message));
      else wait.resolve(message.result);
    } else if (message.method !== undefined && message.id === undefined) {
      notified(message.method, message.params);
    }
  }

  send(message) {
    if (this.gone) return;
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }), 'utf8');
    this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.process.stdin.write(body);
  }

  notify(method, params) {
    this.send({ method, params });
  }

  request(method, params) {
    if (this.gone) return Promise.reject(new Error('the language server is not running'));
    const id = ++this.number;
    return new Promise((resolve, reject) => {
      this.open.set(id, { resolve, reject });
      this.send({ id, method, params });
    });
  }

  async stop() {
    if (this.gone) return;
    try {
      await this.request('shutdown', null);
      this.notify('exit', null);
    } catch (error) {
      this.process.kill();
    }
  }
}

module.exports = { Messages, Server };
