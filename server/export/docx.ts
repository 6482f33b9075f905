// Writes a document to take along as Word's DOCX. Threads become comments of Word's own on the words
// they are about; those about something else stand at the end, with their comments.
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  type ICommentOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  type ExportBlock,
  type ExportDocument,
  type Note,
  plain,
  type Run,
} from '#shared/export/document.ts';

// Word takes another font by itself where a letter is missing; these have Thai and Japanese.
const font = {
  ascii: 'Calibri',
  hAnsi: 'Calibri',
  cs: 'Leelawadee UI',
  eastAsia: 'Yu Gothic',
};

const numbered = 'numbered';
/** Twentieths of a point. */
const indent = { left: 400, hanging: 400 };
/** Hundredths of a per cent of a page's width make columns equal enough for any reader. */
const fullWidth = { size: 100, type: WidthType.PERCENTAGE };

export async function docxOf(doc: ExportDocument): Promise<Uint8Array> {
  const { lang, title, foot, notes } = doc;
  const file = new Document({
    title: clean(title),
    creator: 'Cobrief',
    styles: {
      default: {
        document: {
          run: {
            font,
            size: 22,
            language: { value: lang === 'th' ? 'th-TH' : 'en-GB', bidirectional: 'th-TH' },
          },
          paragraph: { spacing: { after: 120, line: 300 } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: numbered,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              style: { paragraph: { indent } },
            },
          ],
        },
      ],
    },
    comments: { children: notes.flatMap(commentsOf) },
    sections: [{ children: childrenOf(doc), footers: { default: footer(foot) } }],
  });
  return Packer.toBuffer(file);
}

function childrenOf({ title, subtitle, blocks, notes, notesTitle }: ExportDocument) {
  const writer = new Writer(notes);
  const placed = new Set(blocks.flatMap(notesIn));
  const others = notes.filter(({ n }) => !placed.has(n));
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(title) }),
    new Paragraph({ children: textRuns(subtitle, { color: '5b5862' }) }),
    ...blocks.flatMap((block) => writer.block(block)),
    ...(others.length > 0 ? [headingOf(notesTitle, 1)] : []),
    ...others.map(({ n, about }) => writer.paragraph([{ text: about, notes: [n] }])),
  ];
}

const notesIn = (block: ExportBlock): number[] =>
  block.kind === 'text' ? block.runs.flatMap(({ notes = [] }) => notes) : [];

/** Comments are numbered through the file; a thread is one comment after another on its words. */
const commentId = (n: number, index: number) => n * 1000 + index;

function commentsOf({ n, state, isResolved, comments }: Note): ICommentOptions[] {
  return comments.map(({ author, at, body }, index) => ({
    id: commentId(n, index),
    author: clean(author),
    initials: Array.from(clean(author))[0] ?? '',
    date: new Date(at),
    ...(index > 0 ? { parentId: commentId(n, 0) } : {}),
    resolved: isResolved,
    children: [
      ...(index === 0 && state.length > 0
        ? [new Paragraph({ children: textRuns(`[${state.join(', ')}]`) })]
        : []),
      ...body.split('\n').map((line) => new Paragraph({ children: textRuns(line) })),
    ],
  }));
}

/** Holds which comments are open, so that a thread on several runs begins and ends once. */
class Writer {
  private readonly counts: Map<number, number>;

  constructor(notes: readonly Note[]) {
    this.counts = new Map(notes.map(({ n, comments }) => [n, comments.length]));
  }

  block(block: ExportBlock): (Paragraph | Table)[] {
    switch (block.kind) {
      case 'heading':
        return [headingOf(block.text, block.level)];
      case 'text':
        return [this.paragraph(block.runs, block.look)];
      case 'list':
        return block.items.map((item) => this.item(item, block.isOrdered));
      case 'facts':
        return block.facts.map(({ name, value }) =>
          this.paragraph([{ text: `${name}: `, strong: true }, { text: value }]),
        );
      case 'table':
        return [tableOf(block.head, block.rows)];
      case 'address':
        return [this.paragraph([{ text: block.url, link: block.url }])];
    }
  }

  paragraph(runs: readonly Run[], look?: 'large' | 'quiet'): Paragraph {
    const size = look === 'large' ? { size: 28 } : {};
    const color = look === 'quiet' ? { color: '5b5862' } : {};
    return new Paragraph({ children: this.children(runs, { ...size, ...color }) });
  }

  private item(item: readonly Run[], isOrdered: boolean): Paragraph {
    const mark = isOrdered
      ? { numbering: { reference: numbered, level: 0 } }
      : { bullet: { level: 0 } };
    return new Paragraph({ ...mark, children: this.children(item) });
  }

  private children(runs: readonly Run[], look: Look = {}): ParagraphChild[] {
    return runs.flatMap((run, index) => {
      const before = runs[index - 1]?.notes ?? [];
      const after = runs[index + 1]?.notes ?? [];
      const notes = run.notes ?? [];
      const starting = this.idsOf(notes.filter((n) => !before.includes(n)));
      const ending = this.idsOf(notes.filter((n) => !after.includes(n)));
      return [
        ...starting.map((id) => new CommentRangeStart(id)),
        ...runChildren(run, look),
        ...ending.flatMap((id) => [
          new CommentRangeEnd(id),
          new TextRun({ children: [new CommentReference(id)] }),
        ]),
      ];
    });
  }

  private idsOf(notes: readonly number[]): number[] {
    return notes.flatMap((n) =>
      Array.from({ length: this.counts.get(n) ?? 0 }, (_, index) => commentId(n, index)),
    );
  }
}

interface Look {
  size?: number;
  color?: string;
  bold?: boolean;
  italics?: boolean;
  style?: string;
}

function runChildren(run: Run, look: Look): ParagraphChild[] {
  const own: Look = { ...look };
  if (run.strong) own.bold = true;
  if (run.emphasis) own.italics = true;
  if (!run.link) return textRuns(run.text, own);
  const children = textRuns(run.text, { ...own, style: 'Hyperlink' });
  return [new ExternalHyperlink({ link: run.link, children })];
}

/** A line of text a run, with breaks between them. */
function textRuns(text: string, look: Look = {}): TextRun[] {
  return text
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({ ...look, text: clean(line), ...(index > 0 ? { break: 1 } : {}) }),
    );
}

/** XML 1.0 has no place for these, and Word opens no file that holds one. */
const clean = (text: string) =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '');

const headingOf = (text: string, level: 1 | 2) =>
  new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    children: textRuns(text),
  });

function tableOf(head: readonly string[], rows: readonly string[][]): Table {
  const cell = (text: string, look: Look = {}) =>
    new TableCell({
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      children: [new Paragraph({ children: textRuns(text, look) })],
    });
  return new Table({
    width: fullWidth,
    rows: [
      new TableRow({ tableHeader: true, children: head.map((text) => cell(text, { bold: true })) }),
      ...rows.map((row) => new TableRow({ children: row.map((text) => cell(text)) })),
    ],
  });
}

const footer = (foot: string) =>
  new Footer({
    children: [
      new Paragraph({
        children: [
          ...plain(`${foot} · `).flatMap((run) =>
            textRuns(run.text, { size: 16, color: '5b5862' }),
          ),
          new TextRun({ size: 16, color: '5b5862', children: [PageNumber.CURRENT] }),
        ],
      }),
    ],
  });
