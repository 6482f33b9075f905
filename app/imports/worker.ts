// The worker that reads a file beside the page: told a file once, it tells how far it is and what it
// understood.
import { readFile } from './read-file.ts';
import type { Said } from './reading.ts';

/** Shares of the bar: the directory of a large archive takes its time, too. */
const directoryShare = 0.3;

const say = (said: Said) => postMessage(said);

addEventListener('message', ({ data }: MessageEvent<File>) => {
  let last = -1;
  const tell = (done: number) => {
    const percent = Math.min(100, Math.floor(done * 100));
    if (percent <= last) return;
    last = percent;
    say({ kind: 'progress', percent });
  };
  const progress = {
    directory: (done: number, total: number) => tell((directoryShare * done) / Math.max(total, 1)),
    files: (done: number, total: number) =>
      tell(directoryShare + ((1 - directoryShare) * done) / Math.max(total, 1)),
  };
  readFile(data, progress).then(
    (understood) => say({ kind: 'understood', understood }),
    () => say({ kind: 'failed' }),
  );
});
