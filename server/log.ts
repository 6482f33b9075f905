// Structured logs: one JSON object a line on stderr, so that stdout stays for people.

export function log(entry: Record<string, unknown>): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
}
