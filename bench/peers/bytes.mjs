// The floor for opening: a server that answers whatever it is told with the longest thing that it was
// ever told, and reads none of it. What it costs is the way there and the bytes back.
import { WebSocketServer } from 'ws';

let longest = Buffer.alloc(0);

const server = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () => {
  process.stdout.write(`ready ${server.address().port}\n`);
});

server.on('connection', (socket) => {
  socket.on('message', (frame) => {
    if (frame.length > longest.length) longest = frame;
    else socket.send(longest);
  });
});
