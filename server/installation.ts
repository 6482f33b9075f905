// What a first start leaves behind: the demo with its people, or an empty installation with one
// set-up link. Every later start finds it there and only says how to get in.
import { seedDemo } from './demo/seed.ts';
import { demoPeople } from './demo/stage.ts';
import { demoLink, makeSetupLink } from './auth/first-start.ts';
import type { Services } from './services.ts';

export type Installation =
  | { kind: 'demo'; links: { name: string; role: string; url: string }[] }
  | { kind: 'empty'; setupLink: string }
  | { kind: 'in-use' };

export class InstallationError extends Error {
  override name = 'InstallationError';
}

/** @throws InstallationError in words for the console. */
export async function prepareInstallation(s: Services): Promise<Installation> {
  if (s.config.demo) await seedDemo(s);
  const people = await demoPeople(s);
  if (people.length > 0 && !s.config.demo) {
    throw new InstallationError(
      'COBRIEF_DEMO=0, but this DATA_DIR holds the demo, whose links sign anyone in. Choose another DATA_DIR.',
    );
  }
  if (people.length > 0) {
    const links = people.map(({ userId, name, role }) => ({
      name,
      role,
      url: demoLink(s, userId),
    }));
    return { kind: 'demo', links };
  }
  const setupLink = await makeSetupLink(s);
  return setupLink ? { kind: 'empty', setupLink } : { kind: 'in-use' };
}

/** Printed for people on stdout; the address comes last, when everything works. */
export function printAddress(url: string, installation: Installation): void {
  const say = (line = '') => process.stdout.write(`${line}\n`);
  say();
  if (installation.kind === 'demo') {
    say('The demo is a brand called Rimdaet with twenty creators. Come in as:');
    for (const { name, role, url: link } of installation.links) {
      say(`  ${name.padEnd(6)} ${role.padEnd(22)} ${link}`);
    }
    say('Open the second person in a private window: a browser holds one person at a time.');
    say();
  }
  if (installation.kind === 'empty') {
    say('This installation is empty. Make its owner account here, once:');
    say(`  ${installation.setupLink}`);
    say();
  }
  say(`Cobrief is ready at ${url}`);
}
