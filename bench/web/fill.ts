// Fills drafts and the plain page's documents by the doors that pages use: edits over the socket,
// suggestions and comments by their commands.
import { randomUUID } from 'node:crypto';
import type { APIResponse } from 'playwright-core';
import * as Y from 'yjs';
import { anchorOf } from '#shared/anchors.ts';
import { appendBlocks, paragraphs } from '#shared/blocks.ts';
import { cellKinds, scriptRowBlock, textFragment } from '#shared/parts.ts';
import { stretch, suggestion } from '#tests/support/suggesting.ts';
import { type Door, openRawClient } from '../client.ts';
import type { Draft, Name, Stage } from './stage.ts';
import { caption, script, wordsFrom } from './words.ts';

export const suggestions = 50;
export const comments = 100;

const door = (url: string): Door => ({
  url,
  prefix: new Uint8Array(),
  greeting: null,
  answersStep1: true,
});

export const draftDoor = ({ cobrief, people }: Stage, { id }: Draft, token = people.Mali.token) =>
  door(`${cobrief.url.replace('http', 'ws')}/sync/draft:${id}?token=${token}`);

export const plainDoor = ({ plainUrl }: Stage, document: string) =>
  door(`${plainUrl.replace('http', 'ws')}/${document}`);

/** One edit of the document behind a door; resolves with the document when the server has it. */
async function edit(at: Door, change: (doc: Y.Doc) => void): Promise<Y.Doc> {
  const client = openRawClient(at);
  await client.synced;
  const doc = new Y.Doc();
  for (const update of client.updates()) Y.applyUpdate(doc, update);
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc));
  client.send(client.frameOf(Y.encodeStateAsUpdate(doc, before)));
  await client.close();
  const seen = await read(at);
  if (!Y.equalSnapshots(Y.snapshot(seen), Y.snapshot(doc))) throw new Error('an edit was lost');
  return seen;
}

/** What whoever opens it now is given. */
export async function read(at: Door): Promise<Y.Doc> {
  const client = openRawClient(at);
  await client.synced;
  const doc = new Y.Doc();
  for (const update of client.updates()) Y.applyUpdate(doc, update);
  await client.close();
  return doc;
}

/** The caption alone, in a draft and in a document of the plain page. */
export async function writeCaption(stage: Stage, draft: Draft): Promise<void> {
  const write = (fragment: Y.XmlFragment) => {
    fragment.delete(0, fragment.length);
    appendBlocks(fragment, paragraphs(caption));
  };
  await edit(draftDoor(stage, draft), (doc) => write(textFragment(doc, 'caption')));
  await edit(plainDoor(stage, draft.id), (doc) => write(doc.getXmlFragment('default')));
}

/** The long script in both, and all that was said about it in the draft. */
export async function writeScript(stage: Stage, draft: Draft): Promise<void> {
  const doc = await edit(draftDoor(stage, draft), (made) =>
    appendBlocks(
      textFragment(made, 'script'),
      script.map((moment) => scriptRowBlock(moment, randomUUID())),
    ),
  );
  await edit(plainDoor(stage, draft.id), (made) =>
    appendBlocks(
      made.getXmlFragment('default'),
      script.flatMap((moment) => cellKinds.flatMap((kind) => paragraphs(moment[kind]))),
    ),
  );
  for (let n = 0; n < suggestions; n++) await suggest(stage, draft, doc, n);
  for (let n = 0; n < comments; n++) await comment(stage, draft, doc, n);
}

/** In every second moment other words for the first ones said, by Ploy and Ta in turn. */
async function suggest(stage: Stage, { id }: Draft, doc: Y.Doc, n: number): Promise<void> {
  const author = n % 2 === 0 ? 'Ploy' : 'Ta';
  const at = stretch(doc, `said${n * 2} `, 'script');
  const to = at.to + 10;
  const suggested = suggestion(doc, { part: 'script', from: at.to, to, by: wordsFrom(n, 3) });
  const input = { place: { draftId: id }, suggestionId: randomUUID(), ...suggested };
  const actor = stage.people[author].id;
  await post(stage, author, '/suggestions', { data: { intent: 'suggest', actor, input } });
}

/** In every moment on the words on screen, by all who write. */
async function comment(stage: Stage, { id }: Draft, doc: Y.Doc, n: number): Promise<void> {
  const author = (['Ploy', 'Ta', 'Mali'] as const)[n % 3] as Name;
  const { from } = stretch(doc, `shown${n} `, 'script');
  const anchor = anchorOf(doc, { part: 'script', from, to: from + 24 });
  const body = `${n + 1}: ${wordsFrom(n, 12)}`;
  const input = { place: { draftId: id }, audience: 'everyone', anchor, body };
  const actor = stage.people[author].id;
  const form = { intent: 'start', actor, input: JSON.stringify(input) };
  await post(stage, author, '/threads.data', { form });
}

async function post(
  { cobrief, people }: Stage,
  by: Name,
  path: string,
  body: { data: object } | { form: Record<string, string> },
): Promise<APIResponse> {
  const headers = { origin: cobrief.url };
  const answer = await people[by].context.request.post(cobrief.url + path, { headers, ...body });
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
  return answer;
}
