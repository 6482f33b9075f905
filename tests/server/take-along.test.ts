import { describe, expect, test } from 'vitest';
import { guidelinesVersion } from '#db/schema/campaign.ts';
import { openDoor, sendDraft } from '#server/commands/drafts.ts';
import { reply, resolve, startThread } from '#server/commands/threads.ts';
import { takeGuidelines } from '#server/views/take-guidelines.ts';
import { takePost } from '#server/views/take-post.ts';
import { anchorOf, linearText } from '#shared/anchors.ts';
import { draftDocument } from '#shared/ids.ts';
import {
  code,
  openPostHouse,
  type PostHouse,
  seenId,
  value,
  write,
} from '#tests/support/post-house.ts';
import { docxWords, pdfLinks, pdfWords } from '#tests/support/taken.ts';

const caption = '08.10 บีทีเอสอโศก ทาซ้ำได้แม้ใส่แมสก์ 😷☀️';
const japanese = '日焼け止めは塗り直しが大事。';

async function openHouse() {
  const house = await openPostHouse();
  const draftId = house.drafts.mali;
  await write(house, house.mali, { draftId, text: caption });
  await write(house, house.mali, { draftId, text: japanese });
  value(await openDoor(house.s, house.mali, { draftId }));
  return { ...house, draftId, place: { draftId } };
}

type House = Awaited<ReturnType<typeof openHouse>>;

async function send(house: PostHouse, draftId: string): Promise<string> {
  const contentId = await seenId(house, draftId);
  value(await sendDraft(house.s, house.mali, { draftId, contentId, ready: false }));
  return contentId;
}

/** A passage of the caption as the page would anchor it. */
async function passage({ s, draftId }: House, words: string) {
  const anchor = await s.hub.read(draftDocument(draftId), (doc) => {
    const from = linearText(doc, 'caption').text.indexOf(words);
    return anchorOf(doc, { part: 'caption', from, to: from + words.length });
  });
  if (!anchor) throw new Error(`${words} stands nowhere`);
  return anchor;
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('a post to take along', () => {
  test('says the same words in Markdown, Word and PDF, to both sides', async () => {
    const { s, ploy, mali, draftId } = await openHouse();
    for (const actor of [ploy, mali]) {
      const take = async (format: string) =>
        value(await takePost(s, actor, { draftId, what: 'now', format }));
      const md = await take('md');
      expect(md.name).toBe('Everywhere Stick - มะลิ 🌸 - Reel - now.md');
      expect(textOf(md.bytes)).toContain(`${caption}\\\n${japanese}`);
      expect(textOf(md.bytes)).toContain('# มะลิ 🌸 · Reel');
      const { text } = docxWords((await take('docx')).bytes);
      expect(text).toContain(`${caption}\n${japanese}`);
      const pdf = await pdfWords((await take('pdf')).bytes);
      expect(pdf).toContain('08.10 บีทีเอสอโศก');
      expect(pdf).toContain(japanese);
    }
  });

  test('is what was sent for a version, whatever the draft says by now', async () => {
    const house = await openHouse();
    const { s, ploy, mali, draftId } = house;
    const sent = await send(house, draftId);
    await write(house, mali, { draftId, text: 'and one line more' });
    const take = async (what: string) =>
      textOf(value(await takePost(s, ploy, { draftId, what, format: 'md' })).bytes);
    expect(await take('v1')).not.toContain('one line more');
    expect(await take('v1')).toContain(`Content id (SHA-256): ${sent}`);
    expect(await take('now')).toContain('one line more');
    expect(code(await takePost(s, ploy, { draftId, what: 'v2', format: 'md' }))).toBe('not-found');
    expect(code(await takePost(s, ploy, { draftId, what: 'v1', format: 'exe' }))).toBe('bad-input');
  });

  test('is nothing to another creator, and nothing to the brand behind a closed door', async () => {
    const house = await openPostHouse();
    const { s, ploy, ben, drafts } = house;
    await write(house, house.mali, { draftId: drafts.mali, text: caption });
    for (const what of ['now', 'comments', 'v1']) {
      const asked = { draftId: drafts.mali, what, format: 'md' };
      expect(code(await takePost(s, ben, asked))).toBe('not-found');
      expect(code(await takePost(s, ploy, asked))).toBe('not-found');
    }
  });
});

describe('comments to take along', () => {
  test('stand on their words as comments of Word, and numbered on paper', async () => {
    const house = await openHouse();
    const { s, ploy, mali, draftId, place } = house;
    const anchor = await passage(house, 'ทาซ้ำได้');
    const said = { place, audience: 'everyone', anchor, body: 'This is the line.' } as const;
    const { threadId } = value(await startThread(s, ploy, said));
    value(await reply(s, mali, { threadId, body: 'ขอบคุณค่ะ 🙏' }));
    value(await resolve(s, mali, { threadId }));
    const take = async (format: string) =>
      value(await takePost(s, mali, { draftId, what: 'comments', format }));
    const md = textOf((await take('md')).bytes);
    expect(md).toContain('ทาซ้ำได้\\[1\\]แม้ใส่แมสก์');
    expect(md).toContain('### \\[1\\] “ทาซ้ำได้” (Resolved)');
    expect(md).toContain('> ขอบคุณค่ะ 🙏');
    const word = docxWords((await take('docx')).bytes);
    expect(word.comments).toContain('This is the line.');
    expect(word.comments).toContain('ขอบคุณค่ะ 🙏');
    expect(word.xml).toMatch(/<w:commentRangeStart w:id="1000"\/>.*ทาซ้ำได้.*<w:commentRangeEnd/s);
    const pdf = await pdfWords((await take('pdf')).bytes);
    expect(pdf).toContain('This is the line.');
  });

  test('of the brand side are never in what a creator takes', async () => {
    const house = await openHouse();
    const { s, ploy, anan, mali, draftId, place } = house;
    const whole = { kind: 'whole' } as const;
    const secret = { place, audience: 'brand', anchor: whole, body: 'between us' } as const;
    value(await startThread(s, anan, secret));
    value(await startThread(s, ploy, { ...secret, audience: 'everyone', body: 'for you both' }));
    const take = async (actor: typeof ploy, format: string) =>
      value(await takePost(s, actor, { draftId, what: 'comments', format })).bytes;
    const said = async (actor: typeof ploy) => [
      textOf(await take(actor, 'md')),
      docxWords(await take(actor, 'docx')).comments,
      await pdfWords(await take(actor, 'pdf')),
    ];
    for (const text of await said(mali)) {
      expect(text).toContain('for you both');
      expect(text).not.toContain('between us');
      expect(text).not.toContain('Brand side only');
    }
    for (const text of await said(ploy)) {
      expect(text).toContain('between us');
      expect(text).toContain('Brand side only');
    }
  });

  test('are still quoted where their words are gone', async () => {
    const house = await openHouse();
    const { s, ploy, draftId, place } = house;
    const anchor = {
      ...(await passage(house, 'ทาซ้ำได้')),
      start: '',
      end: '',
      quote: 'gone for good',
    };
    value(await startThread(s, ploy, { place, audience: 'everyone', anchor, body: 'about what?' }));
    const taken = await takePost(s, ploy, { draftId, what: 'comments', format: 'md' });
    const text = textOf(value(taken).bytes);
    expect(text).toContain(
      '### \\[1\\] “gone for good” (Everyone, The words this was about are gone.)',
    );
    expect(text.split('## Comments')[0]).not.toContain('\\[1\\]');
  });
});

describe('guidelines to take along', () => {
  const paragraph = (text: string, href?: string) => ({
    type: 'paragraph',
    content: [
      { type: 'text', text, ...(href ? { marks: [{ type: 'link', attrs: { href } }] } : {}) },
    ],
  });

  async function publish(house: PostHouse): Promise<void> {
    await house.s.db.transaction((tx) =>
      tx.insert(guidelinesVersion).values({
        id: 'version2',
        briefId: house.briefId,
        n: 2,
        hash: 'a'.repeat(64),
        content: {
          format: 1,
          content: [
            {
              type: 'field',
              attrs: { id: 'f1', field: 'freedom' },
              content: [
                {
                  type: 'languageText',
                  attrs: { lang: 'th' },
                  content: [
                    paragraph('สถานที่ เรื่องที่จะเล่า มุก'),
                    paragraph('press me', 'javascript:alert(1)'),
                    paragraph('a good read', 'https://example.com/read'),
                  ],
                },
              ],
            },
          ],
        },
        structure: { languages: ['th'], core: {}, freedom: {}, points: [], fields: {} },
        change: 'matters',
        note: 'New freedom',
        publishedBy: 'ploy',
        publishedAt: new Date(1_700_000_100_000),
      }),
    );
  }

  test('are a published version for both sides, and no link of theirs runs anything', async () => {
    const house = await openPostHouse();
    await publish(house);
    const { s, briefId, mali, ploy } = house;
    for (const actor of [mali, ploy]) {
      const take = async (format: string) =>
        value(await takeGuidelines(s, actor, { briefId, what: 'v2', format })).bytes;
      const md = textOf(await take('md'));
      expect(md).toContain(
        '## Yours to decide\n\nสถานที่ เรื่องที่จะเล่า มุก\n\npress me\n\n[a good read](<https://example.com/read>)',
      );
      expect(md).toContain('New freedom');
      expect(docxWords(await take('docx')).text).toContain('สถานที่ เรื่องที่จะเล่า มุก');
      const pdf = await take('pdf');
      expect(await pdfWords(pdf)).toContain('press me');
      expect(await pdfLinks(pdf)).toEqual(['https://example.com/read']);
      expect(docxWords(await take('docx')).links).toEqual(['https://example.com/read']);
      expect(md).not.toContain('javascript:');
    }
  });

  test('are nothing to a stranger, and a version that was never published is none', async () => {
    const house = await openPostHouse();
    const { s, briefId, mali } = house;
    const stranger = { ...mali, userId: 'nobody' };
    const asked = { briefId, what: 'v1', format: 'md' };
    expect(code(await takeGuidelines(s, stranger, asked))).toBe('not-found');
    expect(code(await takeGuidelines(s, mali, { ...asked, what: 'v7' }))).toBe('not-found');
    expect(code(await takeGuidelines(s, mali, { ...asked, what: '../v1' }))).toBe('not-found');
  });

  test('hold what a creator hears about them and no other creator', async () => {
    const house = await openPostHouse();
    const { s, briefId, ploy, mali } = house;
    const anchor = { kind: 'whole' } as const;
    const said = { place: { briefId }, audience: 'brand', anchor, body: 'only us' } as const;
    value(await startThread(s, ploy, said));
    const take = async (actor: typeof ploy) =>
      textOf(
        value(await takeGuidelines(s, actor, { briefId, what: 'comments', format: 'md' })).bytes,
      );
    expect(await take(ploy)).toContain('only us');
    expect(await take(mali)).not.toContain('only us');
  });
});
