// The thread in which one HEIC photo becomes a JPEG. Plain JavaScript: it needs nothing of ours.
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import convert from 'heic-convert';

async function jpegOf(path) {
  try {
    return await convert({ buffer: await readFile(path), format: 'JPEG', quality: 0.97 });
  } catch {
    return null;
  }
}

parentPort.postMessage(await jpegOf(workerData.path));
