// What routes are given: the reader, and every command and view bound to that reader.
// The app imports this file's types only; the instances come through Remix's load context.
import type { Actor } from '#shared/roles.ts';
import type { Locale } from '#shared/words/words.ts';
import * as commands from './commands.ts';
import type { Services } from './services.ts';
import * as views from './views.ts';

/** A function `(services, actor, input)` with its first two arguments given. */
type Bound<Module> = {
  [Name in keyof Module]: Module[Name] extends (s: Services, actor: Actor, input: infer Input) => infer Out
    ? unknown extends Input
      ? () => Out
      : (input: Input) => Out
    : never;
};

export interface AppContext {
  /** Who is signed in; a route that needs someone calls `requireActor`. */
  actor: Actor | null;
  locale: Locale;
  commands: Bound<typeof commands>;
  views: Bound<typeof views>;
  /** Things of the request that auth needs: cookies to set are added to `headers`. */
  config: { url: string; demo: boolean };
  nonce: string;
  now: number;
}
