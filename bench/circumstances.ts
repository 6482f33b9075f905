// What a run was made with: the day, the commit, the machine, the packages.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { root } from './launch.ts';

/** Lines of a list. */
export function circumstances(): string[] {
  return [
    `- date: ${new Date().toISOString().slice(0, 10)}, commit ${commit()}`,
    `- machine: ${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}`,
  ];
}

function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  const isClean = git('status', '--porcelain', '--untracked-files=no', ':!bench').trim() === '';
  return `${git('rev-parse', '--short', 'HEAD').trim()}${isClean ? '' : ' with changes'}`;
}

export function versions(file: string, names: string[]): string {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(
    readFileSync(join(root, file), 'utf8'),
  ) as { dependencies?: Record<string, string>; devDependencies?: Record<string, string> };
  const all = { ...devDependencies, ...dependencies };
  return names.map((name) => `${name} ${all[name]}`).join(', ');
}
