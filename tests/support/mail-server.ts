// A mail server on this machine that keeps what it is given, can be away and come back on its port.
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach } from 'vitest';

export interface Received {
  to: string[];
  /** The head as it came. */
  head: string;
  subject: string;
  text: string;
  html: string;
}

const servers: SMTPServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

export interface MailServer {
  letters: Received[];
  environment: { SMTP_URL: string; SMTP_FROM: string };
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
}

/** `breaks`: takes the whole letter and hangs up without a word. */
export async function mailServer(
  options: { refuses?: boolean; breaks?: boolean } = {},
): Promise<MailServer> {
  const letters: Received[] = [];
  let { server, port } = await listen(letters, options, 0);
  return {
    letters,
    environment: { SMTP_URL: `smtp://127.0.0.1:${port}`, SMTP_FROM: 'cobrief@house.example' },
    goAway: () => new Promise((resolve) => server.close(() => resolve())),
    async comeBack() {
      ({ server, port } = await listen(letters, options, port));
    },
  };
}

async function listen(
  letters: Received[],
  options: { refuses?: boolean; breaks?: boolean },
  at: number,
): Promise<{ server: SMTPServer; port: number }> {
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_to, _session, answer) => answer(options.refuses ? new Error('no such box') : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        letters.push({ to, ...readLetter(Buffer.concat(chunks).toString()) });
        if (options.breaks) for (const socket of sockets) socket.destroy();
        else done();
      });
    },
  });
  servers.push(server);
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve));
  return { server, port: (server.server.address() as AddressInfo).port };
}

function readLetter(raw: string): Omit<Received, 'to'> {
  const [head, body] = cut(raw);
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1];
  const parts = boundary ? body.split(`--${boundary}`).slice(1, -1) : [raw];
  const [text = '', html = ''] = parts.map(decodedPart);
  return { head, subject: subjectIn(head), text, html };
}

function cut(raw: string): [string, string] {
  const at = raw.indexOf('\r\n\r\n');
  return [raw.slice(0, at), raw.slice(at + 4)];
}

function decodedPart(part: string): string {
  const [head, body] = cut(part);
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  if (!/quoted-printable/i.test(head)) return body;
  return quotedPrintable(body.replace(/=\r\n/g, ''));
}

function quotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/g, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString();
}

function subjectIn(head: string): string {
  const line = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(head)?.[1] ?? '';
  const joined = line.replace(/\r\n[ \t]/g, ' ').replace(/\?= =\?/g, '?==?');
  return joined.replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, words: string) =>
    how.toUpperCase() === 'B'
      ? Buffer.from(words, 'base64').toString()
      : quotedPrintable(words.replaceAll('_', ' ')),
  );
}
