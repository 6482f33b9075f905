// What a process costs, asked of the operating system, so that every server is measured by the same
// hand and none measures itself. Linux only.
import { readFileSync, writeFileSync } from 'node:fs';

/** The kernel counts processor time in hundredths of a second for user space, everywhere on Linux. */
const msPerTick = 10;

/** Processor time in milliseconds. */
export interface Cost {
  /** Of all threads, in the kernel too. */
  all: number;
  /** Of the thread that runs the server's code. */
  main: number;
  /** The part of `main` that the kernel took: reading from sockets and writing to them. */
  kernel: number;
}

/** What a process has cost so far. */
export function costOf(pid: number): Cost {
  const all = timesOf(`/proc/${pid}/stat`);
  const main = timesOf(`/proc/${pid}/task/${pid}/stat`);
  return { all: all.user + all.kernel, main: main.user + main.kernel, kernel: main.kernel };
}

export const costSince = (before: Cost, now: Cost): Cost => ({
  all: now.all - before.all,
  main: now.main - before.main,
  kernel: now.kernel - before.kernel,
});

function timesOf(file: string): { user: number; kernel: number } {
  const stat = readFileSync(file, 'utf8');
  // The name may hold spaces and brackets: count from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { user: Number(fields[11]) * msPerTick, kernel: Number(fields[12]) * msPerTick };
}

function statusBytes(pid: number, name: string): number {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(
    readFileSync(`/proc/${pid}/status`, 'utf8'),
  );
  if (!found) throw new Error(`process ${pid} has no ${name}`);
  return Number(found[1]) * 1024;
}

export const residentBytes = (pid: number): number => statusBytes(pid, 'VmRSS');

/** The most that was resident since `resetPeak`. */
export const peakBytes = (pid: number): number => statusBytes(pid, 'VmHWM');

export const resetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');

/** How much of one core this process used. */
export function coresUsed(since: NodeJS.CpuUsage, wallMs: number): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000 / wallMs;
}
