// The environment, read once and checked whole: every bad value is named at once, in words.
// Nothing else reads process.env.
import { resolve } from 'node:path';

export interface Config {
  dataDir: string;
  port: number;
  host: string;
  /** The address people use, without a trailing slash; null until the port is known. */
  url: string | null;
  demo: boolean;
  /** The demo's printed links reach beyond this machine: only when asked for. */
  demoAnywhere: boolean;
  /** Behind a proxy named by COBRIEF_URL: cookies are secure and X-Forwarded-For is believed. */
  behindProxy: boolean;
  smtp: { url: string; from: string } | null;
  /** Of one connection, instead of the engine's limit: for imports and benchmarks. */
  updatesPerSecond: number | undefined;
  development: boolean;
}

export type Environment = Record<string, string | undefined>;

/** The settings, or every fault found in them. */
export function readConfig(env: Environment): { config: Config } | { faults: string[] } {
  const faults: string[] = [];
  const url = readUrl(env['COBRIEF_URL'], faults);
  const host = env['HOST'] || '127.0.0.1';
  const demo = readSwitch(env, 'COBRIEF_DEMO', true, faults);
  const demoAnywhere = readSwitch(env, 'COBRIEF_DEMO_ANYWHERE', false, faults);
  const config: Config = {
    dataDir: resolve(env['DATA_DIR'] || 'data'),
    port: readPort(env['PORT'], faults),
    host,
    url,
    demo,
    demoAnywhere,
    behindProxy: url?.startsWith('https:') ?? false,
    smtp: readSmtp(env, faults),
    updatesPerSecond: readCount(env, 'COBRIEF_MAX_UPDATES_PER_SECOND', faults),
    development: env['NODE_ENV'] === 'development',
  };
  if (demo && !demoAnywhere && !isLoopback(host)) {
    faults.push(
      `HOST=${host}: the demo signs anyone in by its printed links, so it stays on this machine. ` +
        'Set COBRIEF_DEMO=0 for a real installation, or COBRIEF_DEMO_ANYWHERE=1 if you mean it.',
    );
  }
  if (!url && !isLoopback(host)) {
    faults.push(
      `HOST=${host}: people will come by another name, and only forms from COBRIEF_URL are taken. ` +
        'Set COBRIEF_URL to the address they will use, such as https://cobrief.example.',
    );
  }
  return faults.length > 0 ? { faults } : { config };
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

function readPort(value: string | undefined, faults: string[]): number {
  if (!value) return 3000;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  faults.push(`PORT=${value} is not a port: a whole number from 0 to 65535 (0 takes a free one).`);
  return 3000;
}

function readSwitch(env: Environment, name: string, otherwise: boolean, faults: string[]): boolean {
  const value = env[name];
  if (!value) return otherwise;
  if (value === '0' || value === '1') return value === '1';
  faults.push(`${name}=${value} is neither 0 nor 1.`);
  return otherwise;
}

function readCount(env: Environment, name: string, faults: string[]): number | undefined {
  const value = env[name];
  if (!value) return undefined;
  if (/^[1-9]\d{0,6}$/.test(value)) return Number(value);
  faults.push(`${name}=${value} is not a whole number from 1 to 9999999.`);
  return undefined;
}

function readUrl(value: string | undefined, faults: string[]): string | null {
  if (!value) return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search)
    return url.origin;
  faults.push(`COBRIEF_URL=${value} is not an address like https://cobrief.example.com (no path).`);
  return null;
}

function readSmtp(env: Environment, faults: string[]): Config['smtp'] {
  const value = env['SMTP_URL'];
  if (!value) return null;
  const valid = URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol);
  if (!valid)
    faults.push('SMTP_URL is not an address like smtp://user:password@mail.example.com:587.');
  const from = env['SMTP_FROM'];
  if (!from?.includes('@')) {
    faults.push(
      'SMTP_FROM is missing: the address that mail is sent from, like cobrief@example.com.',
    );
  }
  return valid && from ? { url: value, from } : null;
}
