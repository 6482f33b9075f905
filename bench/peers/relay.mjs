// The floor: a server that hands every frame to everybody else of the same path and reads none.
// What it costs is what the sockets cost.
import { WebSocketServer } from 'ws';

const rooms = new Map();

const server = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => {
  process.stdout.write(`ready ${server.address().port}\n`);
});

server.on('connection', (socket, { url }) => {
  const room = rooms.get(url) ?? new Set();
  rooms.set(url, room.add(socket));
  socket.on('message', (frame) => {
    for (const other of room) if (other !== socket) other.send(frame);
  });
  socket.on('close', () => room.delete(socket));
});
