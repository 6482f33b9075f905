// `npm run build`: pages and server as `npm start` runs them, for whoever tests one file in a browser.
import { build, installPackages, requireNode } from './prepare.mjs';

requireNode();
await installPackages();
process.exit(await build());
