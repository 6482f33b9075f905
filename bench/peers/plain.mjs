// The plain page and @y/websocket-server behind it, in memory, on one free port.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setupWSConnection } from '@y/websocket-server/utils';
import { WebSocketServer } from 'ws';

const files = fileURLToPath(new URL('./plain/build/client', import.meta.url));
const types = { '.html': 'text/html', '.js': 'text/javascript' };

const sockets = new WebSocketServer({ noServer: true });
sockets.on('connection', setupWSConnection);

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://plain');
  const path = pathname === '/' ? '/index.html' : normalize(pathname);
  readFile(join(files, path)).then(
    (body) => response.setHeader('Content-Type', types[extname(path)] ?? 'text/plain').end(body),
    () => response.writeHead(404).end(),
  );
});
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready ${server.address().port}\n`);
});
