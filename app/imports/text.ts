// Bytes that come in pieces, as the text they are: the one place where a byte order mark, UTF-16 and
// the size of what is unpacked are dealt with. Never holds more than was asked for.
import { encodingOf } from '#app/encoding.ts';

/** Thrown out of a stream that does not end where it may. */
export class TooLarge extends Error {}
/** The bytes are no letters in any encoding we read. */
export class NoLetters extends Error {}

export interface TextSink {
  stream: WritableStream<Uint8Array>;
  text(): string;
}

export function textSink(mostBytes: number, onBytes: (bytes: number) => void): TextSink {
  let decoder: TextDecoder | null = null;
  let bytes = 0;
  const pieces: string[] = [];
  const decode = (chunk?: Uint8Array) => {
    try {
      decoder ??= new TextDecoder(encodingOf(chunk ?? new Uint8Array()), { fatal: true });
      pieces.push(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
    } catch {
      throw new NoLetters();
    }
  };
  return {
    stream: new WritableStream<Uint8Array>({
      write(chunk) {
        bytes += chunk.length;
        if (bytes > mostBytes) throw new TooLarge();
        onBytes(bytes);
        decode(chunk);
      },
      close: () => decode(),
    }),
    text: () => pieces.join(''),
  };
}
