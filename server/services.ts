// What a command or a view is handed: everything it may touch, made once in index.ts.
import type { Database } from '#db/open.ts';
import type { Auth } from './auth.ts';
import type { Config } from './config.ts';
import type { Live } from './live.ts';
import type { Looking } from './looking.ts';
import type { Mail } from './mail.ts';
import type { Signing } from './signing.ts';
import type { FileStorage } from './storage.ts';
import type { Hub } from './sync/hub.ts';

export interface Services {
  db: Database;
  hub: Hub;
  live: Live;
  looking: Looking;
  auth: Auth;
  storage: FileStorage;
  mail: Mail;
  signing: Signing;
  config: Config;
  now(): Date;
  randomBytes(length: number): Uint8Array;
}
