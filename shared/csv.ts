// A table as a CSV file (RFC 4180) that a spreadsheet opens as what it is: text. A cell that a
// spreadsheet would take for a formula is set off by an apostrophe, because names and handles are
// whatever somebody typed (OWASP, "CSV Injection").

/** Spreadsheets guess the letters of a file without it. */
const byteOrderMark = '\uFEFF';
const formula = /^[=+\-@\t\r]/;

export function csvFile(rows: readonly (readonly string[])[]): string {
  return byteOrderMark + rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
