/**
 * The floor: the least any server on this machine would do for the same durable record or the same page. Bare `node:http`,
 * one raw insert with a commit of its own a request, one raw indexed page read; for a ballot the three rows that change with
 * it, raw, in one commit a request. Ours is measured as a ratio to this.
 */
import { createServer, type IncomingMessage } from 'node:http';
import { randomUUID } from 'node:crypto';
import Database from 'libsql';

const [, , file = ':memory:', port = '0', rollRows = '0', textLength = 'Infinity'] = process.argv;
const PAGE_SIZE = 20;
const OWNERS = 50;
const SEEDED = 5_000;
/** As large as a stored report that was accepted, and like it in Chinese: 1,900 bytes; or cut to what stands beside shorter documents. */
const TEXT = `${'排水沟堵了快一个礼拜，脏水流到路上'.repeat(18)}${'x'.repeat(900)}`.slice(0, Number(textLength));

/** Three questions' worth of a ballot box: its roll's row is as long as ours, its lists begin half full, 16 of 32. */
const ROLL_ROW = 'x'.repeat(480);
const RECEIPT = `"${'7'.repeat(28)}",`;
const CHOICE = `"${'f'.repeat(16)}S",`;
const HALF = 16;
const BALLOTS_A_LIST = 32;

const database = new Database(file);
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
database.exec('CREATE TABLE IF NOT EXISTS issues (id TEXT PRIMARY KEY, owner TEXT, due INTEGER, body TEXT) WITHOUT ROWID');
database.exec('CREATE INDEX IF NOT EXISTS queue ON issues (owner, due)');
const insert = database.prepare('INSERT INTO issues (id, owner, due, body) VALUES (?, ?, ?, ?)');
const page = database.prepare('SELECT body FROM issues WHERE owner = ? ORDER BY due LIMIT ?');

database.exec("CREATE TABLE rolls (id INTEGER PRIMARY KEY, state TEXT, body TEXT)");
database.exec('CREATE TABLE receipts (id INTEGER PRIMARY KEY, list TEXT)');
database.exec('CREATE TABLE choices (id INTEGER PRIMARY KEY, list TEXT)');
const turn = database.prepare("UPDATE rolls SET state = 'CAST' WHERE id = ? AND state = 'OPEN'");
const addReceipt = database.prepare('UPDATE receipts SET list = list || ? WHERE id = ?');
const addChoice = database.prepare('UPDATE choices SET list = list || ? WHERE id = ?');
const rolls = Number(rollRows);
const lists = Math.ceil(rolls / BALLOTS_A_LIST);

database.exec('BEGIN');
for (let at = 0; at < rolls; at += 1) database.prepare("INSERT INTO rolls VALUES (?, 'OPEN', ?)").run(at, ROLL_ROW);
for (let at = 0; at < lists; at += 1) {
  database.prepare('INSERT INTO receipts VALUES (?, ?)').run(at, RECEIPT.repeat(HALF));
  database.prepare('INSERT INTO choices VALUES (?, ?)').run(at, CHOICE.repeat(2 * HALF));
}
for (let at = 0; at < SEEDED; at += 1) insert.run(randomUUID(), `owner-${at % OWNERS}`, at, JSON.stringify({ at, text: TEXT }));
database.exec('COMMIT');

const server = createServer((request, response) => {
  void (async () => {
    const body = await textOf(request);
    response.setHeader('content-type', 'application/json');
    if (request.url === '/insert') {
      const record = JSON.parse(body) as { readonly owner: string };
      insert.run(randomUUID(), record.owner, Date.now(), body);
      response.end('{"ok":true}');
      return;
    }
    if (request.url === '/cast') {
      const { n, receipt } = JSON.parse(body) as { readonly n: number; readonly receipt: string };
      database.exec('BEGIN');
      turn.run(n % rolls);
      addReceipt.run(`"${receipt}",`, Math.floor(Math.random() * lists));
      addChoice.run(`${CHOICE}${CHOICE}`, Math.floor(Math.random() * lists));
      database.exec('COMMIT');
      response.end('{"ok":true}');
      return;
    }
    const rows = page.all('owner-7', PAGE_SIZE) as readonly { readonly body: string }[];
    response.end(JSON.stringify({ ok: true, data: { items: rows.map((row) => JSON.parse(row.body) as unknown) } }));
  })();
});
server.listen(Number(port), '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`listening ${typeof address === 'object' && address !== null ? address.port : ''}\n`);
});
process.on('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  database.close();
});

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
