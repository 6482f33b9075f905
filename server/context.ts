// What routes are given: the reader, and every command and view bound to that reader.
// The app imports this file's types only; the instances come through Remix's load context.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { lastEventSeq } from '#db/events.ts';
import { fail } from '#shared/result.ts';
import type { Actor } from '#shared/roles.ts';
import { type Locale, preferredLocale } from '#shared/words/words.ts';
import { type Entrance, entranceFor } from './auth/entrance.ts';
import * as commands from './commands.ts';
import { judgeProof, type ProofVerdict } from './proofs.ts';
import type { Services } from './services.ts';
import * as views from './views.ts';

/** Each function `(services, actor, input)` of a module with its first two arguments given. */
type Bound<Module> = {
  [Name in keyof Module]: Module[Name] extends (
    s: Services,
    actor: Actor,
    ...input: infer Input
  ) => infer Out
    ? (...input: Input) => Out
    : never;
};

/** A type and not an interface: Remix asks for an index signature. */
export type AppContext = {
  actor: Actor | null;
  locale: Locale;
  /** With nobody signed in, every command and view answers `signed-out`. */
  commands: Bound<typeof commands>;
  views: Bound<typeof views>;
  /** The doors that need nobody signed in. */
  entrance: Entrance;
  /** Open to everyone: a proof is checked by whoever holds it. */
  proofs: { publicKey: string; judge(text: string): Promise<ProofVerdict> };
  config: { url: string; demo: boolean };
  nonce: string;
  now: number;
  /** The last event at the time of loading; the page's event socket starts after it. */
  seq: number;
};

export async function createContext(
  s: Services,
  request: IncomingMessage,
  nonce: string,
): Promise<AppContext> {
  const headers = requestHeaders(request.headers);
  const actor = await s.auth.actorOf(headers);
  const locale =
    actor?.locale ?? localeCookie(headers) ?? preferredLocale(headers.get('accept-language'));
  return {
    actor,
    locale,
    commands: bind(commands, s, actor),
    views: bind(views, s, actor),
    entrance: entranceFor(s, { actor, headers, locale }),
    proofs: { publicKey: s.signing.publicKey, judge: (text) => judgeProof(s, text) },
    config: { url: s.config.url ?? '', demo: s.config.demo },
    nonce,
    now: s.now().getTime(),
    seq: await lastEventSeq(s.db),
  };
}

function bind<Module extends object>(
  module: Module,
  s: Services,
  actor: Actor | null,
): Bound<Module> {
  const bound = Object.entries(module).map(([name, call]) => [
    name,
    async (...input: unknown[]) =>
      actor ? (call as (...all: unknown[]) => unknown)(s, actor, ...input) : fail('signed-out'),
  ]);
  return Object.fromEntries(bound) as Bound<Module>;
}

function requestHeaders(raw: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  return headers;
}

/** The language a visitor chose before signing in. */
function localeCookie(headers: Headers): Locale | null {
  const match = /(?:^|;\s*)cobrief-locale=(en|th)(?:;|$)/.exec(headers.get('cookie') ?? '');
  return (match?.[1] as Locale | undefined) ?? null;
}
