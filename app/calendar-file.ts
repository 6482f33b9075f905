// A calendar file as a browser and a phone take it: a phone offers to add it to its calendar.

export function fileOf({ text, fileName }: { text: string; fileName: string }): Response {
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
