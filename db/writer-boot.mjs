// Node 20 cannot start a TypeScript worker by itself, so this file registers tsx first (docs/decisions/0003).
import { register } from 'tsx/esm/api';

register();
await import('./writer.ts');
