// Where the installation's own files are: the same from its sources as from what was built of them.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

export const root = dirname(createRequire(import.meta.url).resolve('#package.json'));
