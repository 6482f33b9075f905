// Asking the server about suggestions without leaving the page. It knows no React and no editor.
import type { Result } from '#shared/result.ts';

export type SuggestionIntent = 'suggest' | 'withdraw' | 'accept' | 'keep' | 'explain';

/** Null when the server could not be reached. */
export async function askServer<T>(
  intent: SuggestionIntent,
  actor: string,
  input: object,
): Promise<Result<T> | null> {
  const body = JSON.stringify({ intent, actor, input });
  try {
    const answer = await fetch('/suggestions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      // What was typed last is sent although the page goes; browsers take 64 KiB that way.
      keepalive: body.length < 16_000,
    });
    return (await answer.json()) as Result<T>;
  } catch {
    return null;
  }
}
