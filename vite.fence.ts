// Fails the client build when it reaches the server's rooms. Remix drops loaders and actions from
// client modules, so what is left of such an import would run, and leak, in the browser.
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const rooms = new Set(['server', 'db']);

export function clientFence(): Plugin {
  return {
    name: 'cobrief-client-fence',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (options.ssr || !importer) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (!resolved || resolved.external) return null;
      const [room] = relative(root, resolved.id).split(sep);
      if (!rooms.has(room ?? '')) return null;
      throw new Error(
        `${relative(root, resolved.id)} must not reach the browser (imported by ${relative(root, importer)})`,
      );
    },
  };
}
