// What the operator's command asks of a running server, over a socket file in DATA_DIR. Whoever can
// open that file runs the installation already.
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { addDemoBriefs, addDemoCreators, type DemoDocument, demoDocuments } from './demo/ground.ts';
import { seedDemo } from './demo/seed.ts';
import { demoPeople } from './demo/stage.ts';
import { InstallationError } from './installation.ts';
import type { Services } from './services.ts';

export const adminSocket = (dataDir: string): string => join(dataDir, 'admin.sock');

export interface DemoReport {
  people: { email: string; name: string; role: string; token: string }[];
  documents: DemoDocument[];
}

/** How much ground for load tests is added. */
export interface DemoGrowth {
  briefs: number;
  /** In one more brief, with ten posts each. */
  creators: number;
}

/** The demo's people with their access tokens, and its documents; makes what is missing. */
export async function demoReport(
  s: Services,
  { briefs, creators }: DemoGrowth,
): Promise<DemoReport> {
  if (s.config.demo) await seedDemo(s);
  if ((await demoPeople(s)).length === 0) {
    throw new InstallationError('This is a real installation: the demo is not added to it.');
  }
  if (briefs > 0) await addDemoBriefs(s, briefs);
  if (creators > 0) await addDemoCreators(s, creators);
  const people = await demoPeople(s);
  return {
    people: people.map(({ userId, email, name, role }) => ({
      email,
      name,
      role,
      token: s.auth.demoToken(userId),
    })),
    documents: await demoDocuments(s),
  };
}

export async function openAdminSocket(s: Services): Promise<Server> {
  const path = adminSocket(s.config.dataDir);
  rmSync(path, { force: true });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://admin');
    if (url.pathname !== '/demo') {
      response.writeHead(404).end('unknown command');
      return;
    }
    const asked = (name: string) => Number(url.searchParams.get(name) ?? 0);
    demoReport(s, { briefs: asked('briefs'), creators: asked('creators') }).then(
      (report) => response.end(JSON.stringify(report)),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  chmodSync(path, 0o600);
  return server;
}
